-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_handover') }}
),

-- 移送交办反馈率 (比率): 本期移送或交办、已有反馈日期的，除以本期移送或交办的矛盾纠纷
judge_handover_feedback_rate as (
    select
        unit_code,
        district_code,
        coalesce(substring(cast(sent_on as string), 1, 7), substring(cast(period_to as string), 1, 7)) as period,
        feedback_on is not null as counts,
        false as is_carried_forward
    from facts
),

count_handover_feedback_rate as (
    select
        'handover_feedback_rate' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_handover_feedback_rate
    where period is not null
    group by unit_code, district_code, period
),

-- 移送交办 (件): 本期移送或交办的矛盾纠纷件数，以交办日期所在月计，没有日期的计入报送期末所在月
judge_handovers as (
    select
        unit_code,
        district_code,
        coalesce(substring(cast(sent_on as string), 1, 7), substring(cast(period_to as string), 1, 7)) as period,
        true as counts,
        false as is_carried_forward
    from facts
),

count_handovers as (
    select
        'handovers' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_handovers
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_handover_feedback_rate
    union all
    select * from count_handovers
)

select * from gather_indicators
