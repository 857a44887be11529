-- Rendered from catalog/ledgers/publicity.yml by `fengqiao render`. Edit the declaration, not this file.
-- 人民调解宣传活动情况表: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'publicity'
),

records as (
    select * from {{ ref('stg_publicity') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 活动时间填报率: 95%以上的宣传活动写明活动时间
        avg(case when held_on is not null then 1 else 0 end) as day_given,
        -- 参加人数填报率: 90%以上的宣传活动写明参加人数
        avg(case when attendee_count is not null then 1 else 0 end) as attendees_counted
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
        cast(measure_promises.day_given as double) as day_given,
        cast(measure_promises.attendees_counted as double) as attendees_counted
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
