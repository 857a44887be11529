-- Rendered from catalog/indicators/success_rate_closed.yml by `fengqiao render`. Edit the declaration, not this file.
-- 调解成功率（已结口径） (比率): 本期办结的案件中达成协议的，除以本期办结的案件（成功、不成功、终止；调解中的不在分母内）；结果读不出的另列
with

facts as (
    select * from {{ ref('fct_mediation_case') }}
    where coalesce(is_closed, true)
),

judge_facts as (
    select
        unit_code,
        district_code,
        outcome_period as period,
        is_succeeded as counts,
        false as is_carried_forward
    from facts
    where outcome_period is not null
),

count_by_unit as (
    select
        'success_rate_closed' as indicator,
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
