with

units as (
    select * from {{ ref('dim_unit') }}
    where is_reporting or level = 'city'
),

days as (
    select * from {{ ref('dim_date') }}
),

-- years begin with the first return of a year that a figure rests on
find_first_day as (
    select min(duties.first_on) as first_on
    from {{ ref('duty') }} as duties
    inner join {{ ref('indicator_ledger') }} as indicator_ledgers
        on duties.ledger = indicator_ledgers.ledger
    inner join {{ ref('indicator') }} as indicators
        on indicator_ledgers.indicator = indicators.indicator
    where indicators.per = 'year'
),

list_years as (
    select
        days.year_code as period,
        cast(days.year_code || '-01-01' as date) as period_from,
        cast(days.year_code || '-12-31' as date) as period_to
    from days
    cross join find_first_day
    where days.date_on between find_first_day.first_on and {{ today() }}
    group by days.year_code
),

cross_units_with_years as (
    select distinct
        units.unit_code,
        units.district_code,
        list_years.period,
        list_years.period_from,
        list_years.period_to
    from units
    inner join list_years
        on units.valid_from_on <= list_years.period_to
        and {{ until('units.valid_to_on') }} >= list_years.period_from
)

select * from cross_units_with_years
