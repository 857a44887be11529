-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_screening_round') }}
),

-- 开展排查次数 (次): 本期登记的矛盾纠纷排查次数，一行记一次
judge_screening_rounds as (
    select
        unit_code,
        district_code,
        period,
        true as counts,
        false as is_carried_forward
    from facts
),

count_screening_rounds as (
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
    from judge_screening_rounds
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_screening_rounds
)

select * from gather_indicators
