-- Rendered from catalog/indicators/cases_accepted.yml by `fengqiao render`. Edit the declaration, not this file.
-- 受理案件 (件): 本期首次登记的调解案件件数；同一件案件在几个文件里、几个月里都有的，计一件
with

facts as (
    select * from {{ ref('fct_mediation_case') }}
),

judge_facts as (
    select
        unit_code,
        district_code,
        period,
        true as counts,
        false as is_carried_forward
    from facts
),

count_by_unit as (
    select
        'cases_accepted' as indicator,
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
