with

rosters as (
    select * from {{ ref('ledger') }} where is_roster
),

live_returns as (
    select * from {{ ref('int_return_live') }}
),

find_filed as (
    select
        live_returns.ledger,
        live_returns.unit_code,
        live_returns.district_code,
        live_returns.period,
        live_returns.period_from
    from live_returns
    inner join rosters
        on live_returns.ledger = rosters.ledger
),

put_in_order as (
    select
        ledger,
        unit_code,
        district_code,
        period,
        row_number() over (partition by ledger, unit_code order by period_from, period) as roster_number,
        period_from as valid_from_on,
        lead(period_from) over (partition by ledger, unit_code order by period_from, period) as next_from_on
    from find_filed
),

end_before_the_next as (
    select
        ledger,
        unit_code,
        district_code,
        period,
        roster_number,
        valid_from_on,
        cast(next_from_on - interval 1 day as date) as valid_to_on
    from put_in_order
)

select * from end_before_the_next
