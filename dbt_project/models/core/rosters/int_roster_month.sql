with

unit_months as (
    select * from {{ ref('int_unit_month') }}
),

roster_ledgers as (
    select * from {{ ref('ledger') }} where is_roster
),

rosters as (
    select * from {{ ref('int_roster') }}
),

owed_returns as (
    select * from {{ ref('fct_return') }}
    where depth = 'file' and state <> 'exempt'
),

ask_every_month as (
    select
        roster_ledgers.ledger,
        unit_months.unit_code,
        unit_months.district_code,
        unit_months.period,
        unit_months.period_to
    from roster_ledgers
    cross join unit_months
),

find_last_owed as (
    select
        months.ledger,
        months.unit_code,
        months.period,
        max(owed_returns.period_from) as owed_from_on
    from ask_every_month as months
    inner join owed_returns
        on months.ledger = owed_returns.ledger
        and months.unit_code = owed_returns.unit_code
        and months.period_to >= owed_returns.period_from
    group by months.ledger, months.unit_code, months.period
),

compare_filed_with_owed as (
    select
        months.ledger,
        months.unit_code,
        months.district_code,
        months.period,
        rosters.valid_from_on as roster_from_on,
        last_owed.owed_from_on is not null as is_owed,
        coalesce(owed_returns.is_received, false) as is_received,
        coalesce(rosters.valid_from_on < last_owed.owed_from_on, false) as is_carried_forward
    from ask_every_month as months
    left join rosters
        on months.ledger = rosters.ledger
        and months.unit_code = rosters.unit_code
        and months.period_to between rosters.valid_from_on and {{ until('rosters.valid_to_on') }}
    left join find_last_owed as last_owed
        on months.ledger = last_owed.ledger
        and months.unit_code = last_owed.unit_code
        and months.period = last_owed.period
    left join owed_returns
        on last_owed.ledger = owed_returns.ledger
        and last_owed.unit_code = owed_returns.unit_code
        and last_owed.owed_from_on = owed_returns.period_from
)

select * from compare_filed_with_owed
