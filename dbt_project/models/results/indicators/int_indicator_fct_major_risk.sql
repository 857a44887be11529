-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_major_risk') }}
),

-- 重大风险隐患 (件): 本期重大矛盾纠纷风险隐患台账上的件数；跨期仍在的每期各计
judge_major_risks as (
    select
        unit_code,
        district_code,
        period,
        true as counts,
        false as is_carried_forward
    from facts
),

count_major_risks as (
    select
        'major_risks' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_major_risks
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_major_risks
)

select * from gather_indicators
