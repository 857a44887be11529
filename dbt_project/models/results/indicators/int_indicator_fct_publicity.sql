-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_publicity') }}
),

-- 宣传受众 (人次): 本期宣传活动的参加人次；人数读不出的另列
judge_publicity_attendances as (
    select
        unit_code,
        district_code,
        coalesce(substring(cast(held_on as string), 1, 7), substring(cast(period_to as string), 1, 7)) as period,
        case when attendee_count is not null then true end as counts,
        attendee_count as amount,
        false as is_carried_forward
    from facts
),

count_publicity_attendances as (
    select
        'publicity_attendances' as indicator,
        unit_code,
        district_code,
        period,
        cast(coalesce(sum(amount) filter (where counts), 0) as bigint) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_publicity_attendances
    where period is not null
    group by unit_code, district_code, period
),

-- 宣传活动 (次): 本期开展的宣传活动次数，以活动日期所在月计，没有日期的计入报送期末所在月
judge_publicity_events as (
    select
        unit_code,
        district_code,
        coalesce(substring(cast(held_on as string), 1, 7), substring(cast(period_to as string), 1, 7)) as period,
        true as counts,
        false as is_carried_forward
    from facts
),

count_publicity_events as (
    select
        'publicity_events' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_publicity_events
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_publicity_attendances
    union all
    select * from count_publicity_events
)

select * from gather_indicators
