-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_dispute') }}
),

-- 排查发现纠纷 (件): 本期首次出现在台账中的矛盾纠纷件数；上月结转的不计，标明结转而找不到上月记录的待人工认定，不计
judge_disputes_found as (
    select
        unit_code,
        district_code,
        period,
        not is_doubtful as counts,
        false as is_carried_forward
    from facts
),

count_disputes_found as (
    select
        'disputes_found' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_disputes_found
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_disputes_found
)

select * from gather_indicators
