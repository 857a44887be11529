with

owed_returns as (
    select * from {{ ref('fct_return') }}
    where depth = 'file' and state <> 'exempt'
),

live_returns as (
    select * from {{ ref('int_return_live') }}
),

join_owed_with_filed as (
    select
        coalesce(owed_returns.ledger, live_returns.ledger) as ledger,
        coalesce(owed_returns.unit_code, live_returns.unit_code) as unit_code,
        coalesce(owed_returns.district_code, live_returns.district_code) as district_code,
        coalesce(owed_returns.period, live_returns.period) as period,
        owed_returns.return_key is not null as is_owed,
        live_returns.unit_code is not null as is_filed
    from owed_returns
    full outer join live_returns
        on owed_returns.ledger = live_returns.ledger
        and owed_returns.unit_code = live_returns.unit_code
        and owed_returns.period = live_returns.period
)

select * from join_owed_with_filed
