with

units as (
    select * from {{ ref('dim_unit') }}
    where is_reporting or level = 'city'
),

days as (
    select * from {{ ref('dim_date') }}
),

duties as (
    select * from {{ ref('duty') }}
),

-- figures begin with the first return that one of them rests on: a budget is of a whole year and makes no month
find_first_day as (
    select min(duties.first_on) as first_on
    from duties
    inner join {{ ref('indicator_ledger') }} as indicator_ledgers
        on duties.ledger = indicator_ledgers.ledger
    inner join {{ ref('indicator') }} as indicators
        on indicator_ledgers.indicator = indicators.indicator
    where indicators.per = 'month'
),

list_months as (
    select
        days.month_code as period,
        min(days.date_on) as period_from,
        max(days.month_end_on) as period_to
    from days
    cross join find_first_day
    where days.date_on between find_first_day.first_on and {{ today() }}
    group by days.month_code
),

cross_units_with_months as (
    select distinct
        units.unit_code,
        units.district_code,
        list_months.period,
        list_months.period_from,
        list_months.period_to
    from units
    inner join list_months
        on units.valid_from_on <= list_months.period_to
        and {{ until('units.valid_to_on') }} >= list_months.period_from
)

select * from cross_units_with_months
