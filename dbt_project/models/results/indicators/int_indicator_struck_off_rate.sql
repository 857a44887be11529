-- Rendered from catalog/indicators/struck_off_rate.yml by `fengqiao render`. Edit the declaration, not this file.
-- 销号率 (比率): 已销号纠纷除以写明销号状态的纠纷；没有销号栏或状态读不出的另列，不进分子分母
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
        is_struck_off as counts,
        false as is_carried_forward
    from facts
),

count_by_unit as (
    select
        'struck_off_rate' as indicator,
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
