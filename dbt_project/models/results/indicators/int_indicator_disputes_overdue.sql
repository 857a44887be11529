-- Rendered from catalog/indicators/disputes_overdue.yml by `fengqiao render`. Edit the declaration, not this file.
-- 超期未化解 (件): 期末仍未办结、化解时限早于期末日的矛盾纠纷；期末日晚于今天的，以今天为准
with

facts as (
    select * from {{ ref('fct_dispute_month') }}
),

judge_facts as (
    select
        unit_code,
        district_code,
        period,
        is_overdue as counts,
        is_carried_forward
    from facts
),

count_by_unit as (
    select
        'disputes_overdue' as indicator,
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
