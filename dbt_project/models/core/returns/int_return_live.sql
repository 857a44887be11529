with

submissions as (
    select * from {{ ref('fct_submission') }}
    where is_live
),

sum_up_by_return as (
    select
        unit_code,
        max(district_code) as district_code,
        ledger,
        period,
        min(period_from) as period_from,
        max(period_to) as period_to,
        min(case when kind = 'nil' then 1 else 0 end) = 1 as is_nil
    from submissions
    group by unit_code, ledger, period
)

select * from sum_up_by_return
