with

months as (
    select * from {{ ref('int_unit_month') }}
),

submissions as (
    select * from {{ ref('fct_submission') }}
    where is_live
        and ledger in (select ledger from {{ ref('indicator_ledger') }})
        and ledger in (select ledger from {{ ref('duty') }})
),

-- offices go on filing when a campaign has ended and nothing is owed; of a quarter or a year that somebody filed no month is the newest
find_newest as (
    select max(submissions.period) as newest_period
    from submissions
    inner join months
        on submissions.period = months.period
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
