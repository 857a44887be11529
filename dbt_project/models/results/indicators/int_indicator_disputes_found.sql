-- Rendered from catalog/indicators/disputes_found.yml by `fengqiao render`. Edit the declaration, not this file.
-- 排查发现纠纷 (件): 本期首次出现在台账中的矛盾纠纷件数；上月结转的不计，标明结转而找不到上月记录的待人工认定，不计
with

facts as (
    select * from {{ ref('fct_dispute') }}
),

judge_facts as (
    select
        unit_code,
        district_code,
        period,
        not is_doubtful as counts,
        false as is_carried_forward
    from facts
),

count_by_unit as (
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
    from judge_facts
    group by unit_code, district_code, period
)

select * from count_by_unit
