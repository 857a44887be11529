-- Rendered from catalog/ledgers/fund_budget.yml by `fengqiao render`. Edit the declaration, not this file.
-- 人民调解经费预算情况表: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'fund_budget'
),

records as (
    select * from {{ ref('stg_fund_budget') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 年初预算填报率: 98%以上的预算写明年初预算数
        avg(case when budget_fen is not null then 1 else 0 end) as budget_given,
        -- 资金来源填报率: 95%以上的预算写明资金来源
        avg(case when payer_text is not null then 1 else 0 end) as payer_named
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
        cast(measure_promises.budget_given as double) as budget_given,
        cast(measure_promises.payer_named as double) as payer_named
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
