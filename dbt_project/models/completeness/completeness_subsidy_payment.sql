-- Rendered from catalog/ledgers/subsidy_payment.yml by `fengqiao render`. Edit the declaration, not this file.
-- 以案定补发放明细表: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'subsidy_payment'
),

records as (
    select * from {{ ref('stg_subsidy_payment') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 发放金额填报率: 98%以上的补贴写明发放金额
        avg(case when amount_fen is not null then 1 else 0 end) as amount_given,
        -- 发放日期填报率: 98%以上的补贴写明发放日期
        avg(case when paid_on is not null then 1 else 0 end) as paid_day_given,
        -- 领款人填报率: 98%以上的补贴写明领款的调解员
        avg(case when mediator is not null then 1 else 0 end) as mediator_named
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
        cast(measure_promises.paid_day_given as double) as paid_day_given,
        cast(measure_promises.mediator_named as double) as mediator_named
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
