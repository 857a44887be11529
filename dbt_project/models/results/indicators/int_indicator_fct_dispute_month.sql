-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_dispute_month') }}
),

-- 未办结纠纷 (件): 期末仍在办理的矛盾纠纷（建账、受理、办理、上报、移送、督办、回退、结转，或没有销号栏而仍在调解的）；本期未报的单位沿用其最近一期未办结的
judge_disputes_open as (
    select
        unit_code,
        district_code,
        period,
        is_open as counts,
        is_carried_forward
    from facts
),

count_disputes_open as (
    select
        'disputes_open' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_disputes_open
    where period is not null
    group by unit_code, district_code, period
),

-- 超期未化解 (件): 期末仍未办结、化解时限早于期末日的矛盾纠纷；期末日晚于今天的，以今天为准
judge_disputes_overdue as (
    select
        unit_code,
        district_code,
        period,
        is_overdue as counts,
        is_carried_forward
    from facts
),

count_disputes_overdue as (
    select
        'disputes_overdue' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_disputes_overdue
    where period is not null
    group by unit_code, district_code, period
),

-- 一案一策率 (比率): 有化解措施（一案一策）的纠纷，除以设有该栏且读得出的纠纷
judge_planned_share as (
    select
        unit_code,
        district_code,
        period,
        is_planned as counts,
        false as is_carried_forward
    from facts
    where not is_carried_forward
),

count_planned_share as (
    select
        'planned_share' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_planned_share
    where period is not null
    group by unit_code, district_code, period
),

-- 化解率 (比率): 已实质办结、已销号或调解成功的纠纷，除以写明状态或结果的纠纷
judge_resolved_rate as (
    select
        unit_code,
        district_code,
        period,
        is_resolved as counts,
        false as is_carried_forward
    from facts
    where not is_carried_forward
),

count_resolved_rate as (
    select
        'resolved_rate' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_resolved_rate
    where period is not null
    group by unit_code, district_code, period
),

-- 责任人明确率 (比率): 写明责任人的纠纷，除以设有该栏且读得出的纠纷；调解员不等于责任人
judge_responsible_named_share as (
    select
        unit_code,
        district_code,
        period,
        is_responsible_named as counts,
        false as is_carried_forward
    from facts
    where not is_carried_forward
),

count_responsible_named_share as (
    select
        'responsible_named_share' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_responsible_named_share
    where period is not null
    group by unit_code, district_code, period
),

-- 销号率 (比率): 已销号纠纷除以写明销号状态的纠纷；没有销号栏或状态读不出的另列，不进分子分母
judge_struck_off_rate as (
    select
        unit_code,
        district_code,
        period,
        is_struck_off as counts,
        false as is_carried_forward
    from facts
    where not is_carried_forward
),

count_struck_off_rate as (
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
    from judge_struck_off_rate
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_disputes_open
    union all
    select * from count_disputes_overdue
    union all
    select * from count_planned_share
    union all
    select * from count_resolved_rate
    union all
    select * from count_responsible_named_share
    union all
    select * from count_struck_off_rate
)

select * from gather_indicators
