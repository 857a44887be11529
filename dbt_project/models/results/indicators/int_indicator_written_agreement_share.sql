-- Rendered from catalog/indicators/written_agreement_share.yml by `fengqiao render`. Edit the declaration, not this file.
-- 书面协议占比 (比率): 本期办结、达成协议的案件中订立书面协议的，除以写明口头或书面的；没有协议形式栏或读不出的另列
with

facts as (
    select * from {{ ref('fct_mediation_case') }}
    where is_succeeded
),

judge_facts as (
    select
        unit_code,
        district_code,
        outcome_period as period,
        is_written as counts,
        false as is_carried_forward
    from facts
    where outcome_period is not null
),

count_by_unit as (
    select
        'written_agreement_share' as indicator,
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
