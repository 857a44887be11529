-- Rendered from catalog/indicators/planned_share.yml by `fengqiao render`. Edit the declaration, not this file.
-- 一案一策率 (比率): 有化解措施（一案一策）的纠纷，除以设有该栏且读得出的纠纷
with

facts as (
    select * from {{ ref('fct_dispute_month') }}
    where not is_carried_forward
),

judge_facts as (
    select
        unit_code,
        district_code,
        period,
        is_planned as counts,
        false as is_carried_forward
    from facts
),

count_by_unit as (
    select
        'planned_share' as indicator,
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
