-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_online_service') }}
),

-- 掌上调解分流率 (比率): 本期申请中已有分流时间的，除以本期掌上调解收到的申请
judge_online_dispatch_rate as (
    select
        unit_code,
        district_code,
        coalesce(substring(cast(requested_on as string), 1, 7), substring(cast(period_to as string), 1, 7)) as period,
        dispatched_on is not null as counts,
        false as is_carried_forward
    from facts
),

count_online_dispatch_rate as (
    select
        'online_dispatch_rate' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_online_dispatch_rate
    where period is not null
    group by unit_code, district_code, period
),

-- 掌上调解申请 (件): 本期掌上调解收到的咨询、申请和调解件数，以申请日期所在月计
judge_online_requests as (
    select
        unit_code,
        district_code,
        coalesce(substring(cast(requested_on as string), 1, 7), substring(cast(period_to as string), 1, 7)) as period,
        true as counts,
        false as is_carried_forward
    from facts
),

count_online_requests as (
    select
        'online_requests' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_online_requests
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_online_dispatch_rate
    union all
    select * from count_online_requests
)

select * from gather_indicators
