-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_fund_budget') }}
),

-- 人民调解经费预算 (元): 本年度的人民调解经费年初预算；金额读不出的另列
judge_budget as (
    select
        unit_code,
        district_code,
        period,
        case when budget_fen is not null then true end as counts,
        budget_fen as amount,
        false as is_carried_forward
    from facts
),

count_budget as (
    select
        'budget' as indicator,
        unit_code,
        district_code,
        period,
        cast(coalesce(sum(amount) filter (where counts), 0) as bigint) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_budget
    where period is not null
    group by unit_code, district_code, period
),

-- 人民调解经费执行数 (元): 本年度预算中到报送时已执行的金额；金额读不出的另列
judge_budget_executed as (
    select
        unit_code,
        district_code,
        period,
        case when executed_fen is not null then true end as counts,
        executed_fen as amount,
        false as is_carried_forward
    from facts
),

count_budget_executed as (
    select
        'budget_executed' as indicator,
        unit_code,
        district_code,
        period,
        cast(coalesce(sum(amount) filter (where counts), 0) as bigint) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_budget_executed
    where period is not null
    group by unit_code, district_code, period
),

-- 人民调解经费执行率 (比率): 已执行的金额，除以调整后的预算（没有调整的按年初预算）；两者有一个读不出的另列；有结转和上级补助时可以超过百分之百
judge_budget_execution_rate as (
    select
        unit_code,
        district_code,
        period,
        case when executed_fen is not null and coalesce(adjusted_fen, budget_fen) is not null then true end as counts,
        executed_fen as amount,
        coalesce(adjusted_fen, budget_fen) as base,
        false as is_carried_forward
    from facts
),

count_budget_execution_rate as (
    select
        'budget_execution_rate' as indicator,
        unit_code,
        district_code,
        period,
        cast(coalesce(sum(amount) filter (where counts), 0) as bigint) as counted,
        cast(coalesce(sum(base) filter (where counts is not null), 0) as bigint) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_budget_execution_rate
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_budget
    union all
    select * from count_budget_executed
    union all
    select * from count_budget_execution_rate
)

select * from gather_indicators
