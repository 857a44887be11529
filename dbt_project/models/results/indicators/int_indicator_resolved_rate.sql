-- Rendered from catalog/indicators/resolved_rate.yml by `fengqiao render`. Edit the declaration, not this file.
-- 化解率 (比率): 已实质办结、已销号或调解成功的纠纷，除以写明状态或结果的纠纷
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
        is_resolved as counts,
        false as is_carried_forward
    from facts
),

count_by_unit as (
    select
        'resolved_rate' as indicator,
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
