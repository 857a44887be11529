-- Rendered from catalog/ledgers/one_stop_centre.yml by `fengqiao render`. Edit the declaration, not this file.
-- 一站式矛盾纠纷多元化解中心建设情况表: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'one_stop_centre'
),

records as (
    select * from {{ ref('stg_one_stop_centre') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 建成时间填报率: 95%以上的中心写明建成时间
        avg(case when opened_on is not null then 1 else 0 end) as opened_day_given,
        -- 负责人填报率: 95%以上的中心写明负责人
        avg(case when head is not null then 1 else 0 end) as head_named
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
        cast(measure_promises.opened_day_given as double) as opened_day_given,
        cast(measure_promises.head_named as double) as head_named
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
