with

figures as (
    select * from {{ ref('fct_indicator') }}
),

indicators as (
    select * from {{ ref('indicator') }}
),

months as (
    select * from {{ ref('page_month') }}
),

-- what is told by the year stands in each of its months
take_shown_months as (
    select
        figures.*,
        months.period as shown_period
    from figures
    inner join indicators
        on figures.indicator = indicators.indicator
    inner join months
        on figures.unit_code = months.unit_code
        and figures.period = case when indicators.per = 'year' then substring(months.period, 1, 4) else months.period end
    where figures.indicator in (
        'budget', 'budget_executed', 'budget_execution_rate', 'funds_paid', 'claims', 'amount_claimed', 'subsidies_paid', 'service_purchases', 'purchase_amount'
    )
),

put_side_by_side as (
    select
        -- ids
        unit_code,
        district_code,
        shown_period as period,

        -- the year's budget and contracts
        max(case when indicator = 'budget' then value end) as budget_value,
        max(case when indicator = 'budget_executed' then value end) as executed_value,
        max(case when indicator = 'budget_execution_rate' then value end) as execution_ratio,
        max(case when indicator = 'service_purchases' then numerator end) as purchases,
        max(case when indicator = 'purchase_amount' then value end) as purchase_value,

        -- the month's money
        max(case when indicator = 'funds_paid' then value end) as paid_value,
        max(case when indicator = 'claims' then numerator end) as claims,
        max(case when indicator = 'amount_claimed' then value end) as claimed_value,
        max(case when indicator = 'subsidies_paid' then value end) as subsidies_paid_value,

        -- coverage, of those of the five ledgers that are owed; one that comes as it comes makes up for none
        cast(sum(case when indicator in ('budget', 'funds_paid', 'claims', 'subsidies_paid', 'service_purchases') then returns_expected else 0 end) as bigint)
            as returns_expected,
        cast(
            sum(
                case
                    when indicator in ('budget', 'funds_paid', 'claims', 'subsidies_paid', 'service_purchases') then least(returns_received, returns_expected)
                    else 0
                end
            ) as bigint
        ) as returns_received
    from take_shown_months
    group by unit_code, district_code, shown_period
)

select * from put_side_by_side
