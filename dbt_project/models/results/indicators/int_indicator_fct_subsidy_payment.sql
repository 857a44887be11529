-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_subsidy_payment') }}
),

-- 以案定补发放金额 (元): 本期发放的以案定补补贴，以发放日期所在月计，没有日期的计入报送期末所在月；金额读不出的另列
judge_subsidies_paid as (
    select
        unit_code,
        district_code,
        coalesce(substring(cast(paid_on as string), 1, 7), substring(cast(period_to as string), 1, 7)) as period,
        case when amount_fen is not null then true end as counts,
        amount_fen as amount,
        false as is_carried_forward
    from facts
),

count_subsidies_paid as (
    select
        'subsidies_paid' as indicator,
        unit_code,
        district_code,
        period,
        cast(coalesce(sum(amount) filter (where counts), 0) as bigint) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_subsidies_paid
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_subsidies_paid
)

select * from gather_indicators
