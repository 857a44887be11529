-- Rendered from catalog/indicators/on_time_rate.yml by `fengqiao render`. Edit the declaration, not this file.
-- 按时报送率 (比率): 按时已报和零报告的，除以到期应报（免报的除外）
with

facts as (
    select * from {{ ref('fct_return') }}
    where ledger in ('dispute', 'screening_round') and (is_due and state <> 'exempt' and depth = 'file')
),

judge_facts as (
    select
        unit_code,
        district_code,
        period,
        state in ('filed', 'nil') as counts,
        false as is_carried_forward
    from facts
),

count_by_unit as (
    select
        'on_time_rate' as indicator,
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
