-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_commendation') }}
),

-- 表彰 (个): 本期授予的表彰个数，以表彰日期所在月计，没有日期的计入报送期末所在月
judge_commendations as (
    select
        unit_code,
        district_code,
        coalesce(substring(cast(awarded_on as string), 1, 7), substring(cast(period_to as string), 1, 7)) as period,
        true as counts,
        false as is_carried_forward
    from facts
),

count_commendations as (
    select
        'commendations' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_commendations
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_commendations
)

select * from gather_indicators
