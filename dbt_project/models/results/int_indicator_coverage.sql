with

unit_periods as (
    select 'month' as per, unit_code, district_code, period, period_from, period_to from {{ ref('int_unit_month') }}
    union all
    select 'year' as per, unit_code, district_code, period, period_from, period_to from {{ ref('int_unit_year') }}
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

rosters as (
    select * from {{ ref('ledger') }} where is_roster
),

duties as (
    select distinct ledger from {{ ref('duty') }}
),

returns as (
    select * from {{ ref('fct_return') }}
    where depth = 'file' and state <> 'exempt'
),

roster_months as (
    select * from {{ ref('int_roster_month') }}
    where is_owed
),

live_returns as (
    select * from {{ ref('int_return_live') }}
),

taken_as_it_comes as (
    select live_returns.*
    from live_returns
    left join duties
        on live_returns.ledger = duties.ledger
    where duties.ledger is null
),

-- a month rests on the roster that was last owed by then; of what is taken as it comes only what came can be counted, in the month and year in which its period ends
gather_returns as (
    select returns.unit_code, returns.ledger, returns.period, true as is_owed, returns.is_received
    from returns
    left join rosters
        on returns.ledger = rosters.ledger
    where rosters.ledger is null
    union all
    select unit_code, ledger, period, true as is_owed, is_received
    from roster_months
    union all
    select unit_code, ledger, substring(cast(period_to as string), 1, 7) as period, false as is_owed, true as is_received
    from taken_as_it_comes
    union all
    select unit_code, ledger, substring(cast(period_to as string), 1, 4) as period, false as is_owed, true as is_received
    from taken_as_it_comes
),

count_returns as (
    select
        indicator_ledgers.indicator,
        units_within.within_code as unit_code,
        gather_returns.period,
        count(*) filter (where gather_returns.is_owed) as returns_expected,
        count(*) filter (where gather_returns.is_received) as returns_received
    from gather_returns
    inner join indicator_ledgers
        on gather_returns.ledger = indicator_ledgers.ledger
    inner join units_within
        on gather_returns.unit_code = units_within.unit_code
    group by indicator_ledgers.indicator, units_within.within_code, gather_returns.period
),

ask_every_indicator as (
    select
        indicators.indicator,
        indicators.is_ratio,
        indicators.is_money,
        indicators.target_ratio,
        indicators.target_on,
        unit_periods.unit_code,
        unit_periods.district_code,
        unit_periods.period,
        unit_periods.period_from,
        unit_periods.period_to,
        coalesce(count_returns.returns_expected, 0) as returns_expected,
        coalesce(count_returns.returns_received, 0) as returns_received
    from indicators
    inner join unit_periods
        on indicators.per = unit_periods.per
    left join count_returns
        on indicators.indicator = count_returns.indicator
        and unit_periods.unit_code = count_returns.unit_code
        and unit_periods.period = count_returns.period
)

select * from ask_every_indicator
