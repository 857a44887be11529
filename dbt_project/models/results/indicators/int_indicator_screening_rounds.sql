-- Rendered from catalog/indicators/screening_rounds.yml by `fengqiao render`. Edit the declaration, not this file.
-- 开展排查次数 (次): 本期登记的矛盾纠纷排查次数，一行记一次
with

facts as (
    select * from {{ ref('fct_screening_round') }}
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
        'screening_rounds' as indicator,
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
