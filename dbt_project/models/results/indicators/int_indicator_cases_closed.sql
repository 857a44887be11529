-- Rendered from catalog/indicators/cases_closed.yml by `fengqiao render`. Edit the declaration, not this file.
-- 办结案件 (件): 本期首次登记为调解结束（成功、不成功、终止）的案件件数，不论哪一期受理；结果读不出的另列
with

facts as (
    select * from {{ ref('fct_mediation_case') }}
),

judge_facts as (
    select
        unit_code,
        district_code,
        outcome_period as period,
        is_closed as counts,
        false as is_carried_forward
    from facts
    where outcome_period is not null
),

count_by_unit as (
    select
        'cases_closed' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_facts
    group by unit_code, district_code, period
)

select * from count_by_unit
