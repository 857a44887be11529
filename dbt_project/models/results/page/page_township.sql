with

returns as (
    select * from {{ ref('fct_return') }}
    where depth = 'content'
),

units as (
    select * from {{ ref('dim_unit') }}
    where level = 'township'
),

ledgers as (
    select * from {{ ref('ledger') }}
),

states as (
    select * from {{ ref('return_state') }}
),

months as (
    select distinct period, period_from, period_to from {{ ref('int_unit_month') }}
),

find_months as (
    select
        returns.return_key,
        returns.unit_code as township_code,
        units.name as township_name,
        units.parent_code as unit_code,
        returns.district_code,
        returns.ledger,
        ledgers.title as ledger_title,
        months.period,
        returns.state,
        states.title as state_title,
        states.mark as state_mark,
        states.weight as state_weight,
        returns.due_on
    from returns
    inner join months
        on returns.period_from <= months.period_to
        and returns.period_to >= months.period_from
    inner join ledgers
        on returns.ledger = ledgers.ledger
    inner join states
        on returns.state = states.state
    inner join units
        on returns.unit_code = units.unit_code
        and months.period_from between units.valid_from_on and {{ until('units.valid_to_on') }}
)

select * from find_months
