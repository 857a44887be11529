with

unit_months as (
    select * from {{ ref('int_unit_month') }}
),

units_within as (
    select * from {{ ref('int_unit_within') }}
),

indicators as (
    select * from {{ ref('indicator') }}
),

indicator_ledgers as (
    select * from {{ ref('indicator_ledger') }}
),

returns as (
    select * from {{ ref('fct_return') }}
    where depth = 'file' and state <> 'exempt'
),

count_returns as (
    select
        indicator_ledgers.indicator,
        units_within.within_code as unit_code,
        returns.period,
        count(*) as returns_expected,
        count(*) filter (where returns.is_received) as returns_received
    from returns
    inner join indicator_ledgers
        on returns.ledger = indicator_ledgers.ledger
    inner join units_within
        on returns.unit_code = units_within.unit_code
    group by indicator_ledgers.indicator, units_within.within_code, returns.period
),

ask_every_indicator as (
    select
        indicators.indicator,
        indicators.is_ratio,
        unit_months.unit_code,
        unit_months.district_code,
        unit_months.period,
        unit_months.period_from,
        unit_months.period_to,
        coalesce(count_returns.returns_expected, 0) as returns_expected,
        coalesce(count_returns.returns_received, 0) as returns_received
    from indicators
    cross join unit_months
    left join count_returns
        on indicators.indicator = count_returns.indicator
        and unit_months.unit_code = count_returns.unit_code
        and unit_months.period = count_returns.period
)

select * from ask_every_indicator
