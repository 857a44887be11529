-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_follow_up') }}
),

-- 回访满意率 (比率): 本期回访中表示满意的，除以本期写明满意不满意的回访；没有满意度栏或读不出的另列
judge_follow_up_satisfaction as (
    select
        unit_code,
        district_code,
        coalesce(substring(cast(followed_up_on as string), 1, 7), substring(cast(period_to as string), 1, 7)) as period,
        is_satisfied as counts,
        false as is_carried_forward
    from facts
),

count_follow_up_satisfaction as (
    select
        'follow_up_satisfaction' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_follow_up_satisfaction
    where period is not null
    group by unit_code, district_code, period
),

-- 案件回访 (次): 本期回访次数，以回访日期所在月计，没有日期的计入报送期末所在月
judge_follow_ups as (
    select
        unit_code,
        district_code,
        coalesce(substring(cast(followed_up_on as string), 1, 7), substring(cast(period_to as string), 1, 7)) as period,
        true as counts,
        false as is_carried_forward
    from facts
),

count_follow_ups as (
    select
        'follow_ups' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_follow_ups
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_follow_up_satisfaction
    union all
    select * from count_follow_ups
)

select * from gather_indicators
