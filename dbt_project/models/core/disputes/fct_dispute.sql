with

appearances as (
    select * from {{ ref('int_dispute_appearance') }}
),

returns as (
    select * from {{ ref('int_return_live') }} where ledger = 'dispute'
),

offers as (
    select * from {{ ref('int_dispute_doubtful') }}
),

find_first_rows as (
    select * from appearances where appearance = 1
),

find_last_rows as (
    select * from appearances where recency = 1
),

sum_up_life as (
    select
        dispute_key,
        min(case when is_resolved then period end) as resolved_period,
        min(case when is_struck_off then period end) as struck_off_period
    from appearances
    group by dispute_key
),

find_disappeared as (
    select
        find_last_rows.dispute_key,
        min(returns.period) as gone_period
    from find_last_rows
    inner join returns
        on find_last_rows.unit_code = returns.unit_code
        and find_last_rows.period_to < returns.period_from
    where find_last_rows.is_open
    group by find_last_rows.dispute_key
),

put_together as (
    select
        -- ids
        first_rows.dispute_key,
        first_rows.unit_code,
        first_rows.district_code,
        first_rows.period,
        first_rows.submission_id,
        first_rows.source_sheet,
        first_rows.source_row,

        -- facts, as the last row states them
        coalesce(last_rows.township_code, first_rows.township_code) as township_code,
        coalesce(last_rows.dispute_type_code, first_rows.dispute_type_code) as dispute_type_code,
        last_rows.state_code,
        last_rows.result_code,
        last_rows.is_open,
        last_rows.is_struck_off,
        last_rows.is_resolved,

        -- whether it is a dispute of its own
        first_rows.is_carried_over as is_doubtful,
        offers.earlier_key as doubtful_match_key,

        -- its life
        last_rows.period as last_period,
        sum_up_life.resolved_period,
        sum_up_life.struck_off_period,
        find_disappeared.gone_period,

        -- dates
        first_rows.period_from,
        first_rows.period_to,
        coalesce(last_rows.occurred_on, first_rows.occurred_on) as occurred_on,
        coalesce(last_rows.screened_on, first_rows.screened_on) as screened_on,
        coalesce(last_rows.accepted_on, first_rows.accepted_on) as accepted_on,
        coalesce(last_rows.deadline_on, first_rows.deadline_on) as deadline_on
    from find_first_rows as first_rows
    inner join find_last_rows as last_rows
        on first_rows.dispute_key = last_rows.dispute_key
    inner join sum_up_life
        on first_rows.dispute_key = sum_up_life.dispute_key
    left join find_disappeared
        on first_rows.dispute_key = find_disappeared.dispute_key
    left join offers
        on first_rows.dispute_key = offers.dispute_key
)

select * from put_together
