-- Rendered from catalog/indicators/townships_screened.yml by `fengqiao render`. Edit the declaration, not this file.
-- 苏木乡镇排查完成率 (比率): 本月有排查记录的（或所在旗县区零报告的）苏木乡镇街道，除以已报送旗县区的全部苏木乡镇街道；嘎查村社区未建名录前，以苏木乡镇街道计
with

facts as (
    select * from {{ ref('fct_return') }}
    where ledger in ('screening_round') and (depth = 'content' and is_office_received)
),

judge_facts as (
    select
        unit_code,
        district_code,
        period,
        is_received as counts,
        false as is_carried_forward
    from facts
),

count_by_unit as (
    select
        'townships_screened' as indicator,
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
