-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_subsidy_claim') }}
),

blocking_violations as (
    select distinct fact_key from {{ ref('fct_violation') }}
    where fact = 'fct_subsidy_claim' and severity = 'block'
),

-- 以案定补申报金额 (元): 本期申报以案定补的金额，没有申报金额的按本件的补助标准；违反规则而不计的和金额读不出的另列
judge_amount_claimed as (
    select
        unit_code,
        district_code,
        period,
        case when fact_key is null and claimed_fen is not null then true end as counts,
        claimed_fen as amount,
        fact_key is not null as is_blocked,
        false as is_carried_forward
    from facts
    left join blocking_violations
        on claim_key = fact_key
),

count_amount_claimed as (
    select
        'amount_claimed' as indicator,
        unit_code,
        district_code,
        period,
        cast(coalesce(sum(amount) filter (where counts), 0) as bigint) as counted,
        count(counts) as readable,
        count(*) filter (where counts is null and not is_blocked) as unreadable,
        count(*) filter (where is_blocked) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_amount_claimed
    where period is not null
    group by unit_code, district_code, period
),

-- 以案定补申报 (件): 本期申报以案定补的件数；案件台账里找不到案件等违反规则而不计的另列
judge_claims as (
    select
        unit_code,
        district_code,
        period,
        case when fact_key is null then true end as counts,
        fact_key is not null as is_blocked,
        false as is_carried_forward
    from facts
    left join blocking_violations
        on claim_key = fact_key
),

count_claims as (
    select
        'claims' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) filter (where counts is null and not is_blocked) as unreadable,
        count(*) filter (where is_blocked) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_claims
    where period is not null
    group by unit_code, district_code, period
),

-- 以案定补核准率 (比率): 本期申报中审定的金额，除以这些申报的申报金额；没有审定金额的和违反规则而不计的另列
judge_subsidy_approval_rate as (
    select
        unit_code,
        district_code,
        period,
        case when fact_key is null and reviewed_fen is not null and claimed_fen is not null then true end as counts,
        reviewed_fen as amount,
        claimed_fen as base,
        fact_key is not null as is_blocked,
        false as is_carried_forward
    from facts
    left join blocking_violations
        on claim_key = fact_key
),

count_subsidy_approval_rate as (
    select
        'subsidy_approval_rate' as indicator,
        unit_code,
        district_code,
        period,
        cast(coalesce(sum(amount) filter (where counts), 0) as bigint) as counted,
        cast(coalesce(sum(base) filter (where counts is not null), 0) as bigint) as readable,
        count(*) filter (where counts is null and not is_blocked) as unreadable,
        count(*) filter (where is_blocked) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_subsidy_approval_rate
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_amount_claimed
    union all
    select * from count_claims
    union all
    select * from count_subsidy_approval_rate
)

select * from gather_indicators
