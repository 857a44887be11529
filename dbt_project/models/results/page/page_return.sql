with

returns as (
    select * from {{ ref('fct_return') }}
    where depth = 'file'
),

months as (
    select distinct period, period_from, period_to from {{ ref('int_unit_month') }}
),

ledgers as (
    select * from {{ ref('ledger') }}
),

states as (
    select * from {{ ref('return_state') }}
),

-- what is owed for more than a month stands in each of them
find_months as (
    select
        returns.return_key,
        returns.unit_code,
        returns.district_code,
        returns.ledger,
        ledgers.title as ledger_title,
        ledgers.short as ledger_short,
        months.period,
        returns.period as return_period,
        returns.state,
        states.title as state_title,
        states.mark as state_mark,
        states.weight as state_weight,
        returns.is_due,
        returns.is_received,
        returns.problems,
        returns.due_on,
        returns.first_accepted_on,
        months.period_to = returns.period_to as is_last_month,
        {{ days_between('returns.due_on', today()) }} as days_since_due
    from returns
    inner join months
        on returns.period_from <= months.period_to
        and returns.period_to >= months.period_from
    inner join ledgers
        on returns.ledger = ledgers.ledger
    inner join states
        on returns.state = states.state
)

select * from find_months
