-- Rendered from catalog/ledgers/fund_payment.yml by `fengqiao render`. Edit the declaration, not this file.
-- 人民调解经费支出明细: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'fund_payment'
),

records as (
    select * from {{ ref('stg_fund_payment') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 支付金额填报率: 98%以上的支出写明支付金额
        avg(case when amount_fen is not null then 1 else 0 end) as amount_given,
        -- 凭证号填报率: 98%以上的支出写明凭证号，能与账册核对
        avg(case when document_no is not null then 1 else 0 end) as document_named,
        -- 收款单位（人）填报率: 98%以上的支出写明收款单位或收款人
        avg(case when payee_hash is not null then 1 else 0 end) as payee_named
    from records
    group by unit_code, period
),

spread_over_returns as (
    select
        returns.unit_code,
        returns.district_code,
        returns.period,
        returns.is_owed,
        returns.is_filed,
        measure_promises.record_count,
        cast(measure_promises.amount_given as double) as amount_given,
        cast(measure_promises.document_named as double) as document_named,
        cast(measure_promises.payee_named as double) as payee_named
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
