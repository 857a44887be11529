-- Rendered from catalog/indicators/disputes_open.yml by `fengqiao render`. Edit the declaration, not this file.
-- 未办结纠纷 (件): 期末仍在办理的矛盾纠纷（建账、受理、办理、上报、移送、督办、回退、结转，或没有销号栏而仍在调解的）；本期未报的单位沿用其最近一期未办结的
with

facts as (
    select * from {{ ref('fct_dispute_month') }}
),

judge_facts as (
    select
        unit_code,
        district_code,
        period,
        is_open as counts,
        is_carried_forward
    from facts
),

count_by_unit as (
    select
        'disputes_open' as indicator,
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
