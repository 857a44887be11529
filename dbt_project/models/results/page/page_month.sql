with

months as (
    select * from {{ ref('int_unit_month') }}
),

returns as (
    select * from {{ ref('fct_return') }}
    where is_received and depth = 'file'
        and ledger in (select ledger from {{ ref('indicator_ledger') }})
),

-- of a quarter or a year that somebody filed no month is the newest
find_newest as (
    select max(returns.period) as newest_period
    from returns
    inner join months
        on returns.period = months.period
),

keep_up_to_newest as (
    select
        months.unit_code,
        months.district_code,
        months.period,
        months.period_from,
        months.period_to,
        months.period = find_newest.newest_period as is_newest
    from months
    inner join find_newest
        on months.period <= find_newest.newest_period
)

select * from keep_up_to_newest
