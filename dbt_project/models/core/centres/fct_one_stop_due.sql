with

centres as (
    select * from {{ ref('fct_one_stop_centre') }}
),

returns as (
    select * from {{ ref('int_return_live') }}
    where ledger = 'one_stop_centre'
),

months as (
    select * from {{ ref('int_unit_month') }}
),

units as (
    select * from {{ ref('dim_unit') }}
    where level in ('district', 'township') and not is_pseudo
),

districts as (
    select * from {{ ref('dim_unit') }}
    where level = 'district'
),

-- of a district that has not sent a list nothing is known, neither that it has centres nor that it has none
find_who_has_sent_a_list as (
    select distinct months.unit_code, months.district_code, months.period, months.period_from, months.period_to
    from months
    inner join returns
        on months.unit_code = returns.unit_code
        and months.period_to >= returns.period_from
),

list_units_that_are_to_have_one as (
    select distinct
        units.unit_code as centre_unit_code,
        lists.unit_code,
        lists.district_code,
        lists.period,
        lists.period_from,
        lists.period_to
    from find_who_has_sent_a_list as lists
    inner join districts
        on lists.unit_code = districts.unit_code
    inner join units
        on lists.district_code = units.district_code
        and units.valid_from_on <= lists.period_to
        and {{ until('units.valid_to_on') }} >= lists.period_to
),

-- a centre without a township is the district's own; without a day of opening it stands from the return on that tells of it
find_first_openings as (
    select
        coalesce(township_code, district_code) as centre_unit_code,
        min(coalesce(opened_on, period_from)) as opened_on
    from centres
    group by coalesce(township_code, district_code)
),

tell_what_is_built as (
    select
        -- ids
        due.centre_unit_code,
        due.unit_code,
        due.district_code,
        due.period,

        -- state
        coalesce(openings.opened_on <= due.period_to, false) as is_built,

        -- dates
        openings.opened_on,
        due.period_from,
        due.period_to
    from list_units_that_are_to_have_one as due
    left join find_first_openings as openings
        on due.centre_unit_code = openings.centre_unit_code
)

select * from tell_what_is_built
