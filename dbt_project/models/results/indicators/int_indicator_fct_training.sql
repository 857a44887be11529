-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_training') }}
),

-- 培训人次 (人次): 本期参加培训的人次，一人参加几场计几次；人次读不出的另列
judge_training_attendances as (
    select
        unit_code,
        district_code,
        coalesce(substring(cast(trained_on as string), 1, 7), substring(cast(period_to as string), 1, 7)) as period,
        case when attendee_count is not null then true end as counts,
        attendee_count as amount,
        false as is_carried_forward
    from facts
),

count_training_attendances as (
    select
        'training_attendances' as indicator,
        unit_code,
        district_code,
        period,
        cast(coalesce(sum(amount) filter (where counts), 0) as bigint) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_training_attendances
    where period is not null
    group by unit_code, district_code, period
),

-- 培训场次 (场): 本期举办的调解员培训场次，以培训日期所在月计，没有日期的计入报送期末所在月；场次读不出的另列
judge_training_sessions as (
    select
        unit_code,
        district_code,
        coalesce(substring(cast(trained_on as string), 1, 7), substring(cast(period_to as string), 1, 7)) as period,
        case when session_count is not null then true end as counts,
        session_count as amount,
        false as is_carried_forward
    from facts
),

count_training_sessions as (
    select
        'training_sessions' as indicator,
        unit_code,
        district_code,
        period,
        cast(coalesce(sum(amount) filter (where counts), 0) as bigint) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_training_sessions
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_training_attendances
    union all
    select * from count_training_sessions
)

select * from gather_indicators
