-- Rendered from catalog/indicators/success_rate_accepted.yml by `fengqiao render`. Edit the declaration, not this file.
-- 调解成功率（受理口径） (比率): 本期受理的案件中达成协议的，除以本期受理、写明结果的全部案件（调解中的也在分母内）；结果读不出的另列
with

facts as (
    select * from {{ ref('fct_mediation_case') }}
),

judge_facts as (
    select
        unit_code,
        district_code,
        period,
        is_succeeded as counts,
        false as is_carried_forward
    from facts
),

count_by_unit as (
    select
        'success_rate_accepted' as indicator,
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
