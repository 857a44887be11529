-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_return') }}
),

-- 按时报送率 (比率): 按时已报和零报告的，除以到期应报（免报的除外）
judge_on_time_rate as (
    select
        unit_code,
        district_code,
        period,
        state in ('filed', 'nil') as counts,
        false as is_carried_forward
    from facts
    where ledger in ('dispute', 'screening_round') and (is_due and state <> 'exempt' and depth = 'file')
),

count_on_time_rate as (
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
    from judge_on_time_rate
    where period is not null
    group by unit_code, district_code, period
),

-- 报送率 (比率): 已报、零报告和迟报的，除以到期应报（免报的除外）
judge_return_rate as (
    select
        unit_code,
        district_code,
        period,
        state in ('filed', 'nil', 'late') as counts,
        false as is_carried_forward
    from facts
    where ledger in ('dispute', 'screening_round') and (is_due and state <> 'exempt' and depth = 'file')
),

count_return_rate as (
    select
        'return_rate' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_return_rate
    where period is not null
    group by unit_code, district_code, period
),

-- 苏木乡镇排查完成率 (比率): 本月有排查记录的（或所在旗县区零报告的）苏木乡镇街道，除以已报送旗县区的全部苏木乡镇街道；嘎查村社区未建名录前，以苏木乡镇街道计
judge_townships_screened as (
    select
        unit_code,
        district_code,
        period,
        is_received as counts,
        false as is_carried_forward
    from facts
    where ledger in ('screening_round') and (depth = 'content' and is_office_received)
),

count_townships_screened as (
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
    from judge_townships_screened
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_on_time_rate
    union all
    select * from count_return_rate
    union all
    select * from count_townships_screened
)

select * from gather_indicators
