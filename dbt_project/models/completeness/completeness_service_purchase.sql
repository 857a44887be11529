-- Rendered from catalog/ledgers/service_purchase.yml by `fengqiao render`. Edit the declaration, not this file.
-- 政府购买人民调解服务情况表: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'service_purchase'
),

records as (
    select * from {{ ref('stg_service_purchase') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 合同金额填报率: 98%以上的合同写明合同金额
        avg(case when contract_fen is not null then 1 else 0 end) as amount_given,
        -- 合同期限填报率: 95%以上的合同写明合同起止日期
        avg(case when starts_on is not null and ends_on is not null then 1 else 0 end) as term_given,
        -- 购买内容填报率: 95%以上的合同写明购买内容
        avg(case when content is not null then 1 else 0 end) as content_given
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
        cast(measure_promises.term_given as double) as term_given,
        cast(measure_promises.content_given as double) as content_given
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
