-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_one_stop_due') }}
),

-- 一站式中心覆盖率 (比率): 期末已建成一站式矛盾纠纷多元化解中心的旗县区和苏木乡镇街道，除以已报送名册的旗县区及其全部苏木乡镇街道
judge_one_stop_coverage as (
    select
        unit_code,
        district_code,
        period,
        is_built as counts,
        false as is_carried_forward
    from facts
),

count_one_stop_coverage as (
    select
        'one_stop_coverage' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_one_stop_coverage
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_one_stop_coverage
)

select * from gather_indicators
