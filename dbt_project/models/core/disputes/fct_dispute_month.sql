with

appearances as (
    select * from {{ ref('int_dispute_appearance') }}
),

unit_months as (
    select * from {{ ref('int_unit_month') }}
),

returns as (
    select * from {{ ref('int_return_live') }} where ledger = 'dispute'
),

keep_last_word as (
    select
        place,
        unit_code,
        period,
        period_from,
        period_to,
        is_open,
        false as is_carried_forward
    from appearances
    where recency_in_period = 1
),

find_months_not_filed as (
    select
        unit_months.unit_code,
        unit_months.period,
        unit_months.period_from,
        unit_months.period_to,
        max(earlier_returns.period_to) as filed_period_to
    from unit_months
    inner join returns as earlier_returns
        on unit_months.unit_code = earlier_returns.unit_code
        and unit_months.period_from > earlier_returns.period_to
    left join returns
        on unit_months.unit_code = returns.unit_code
        and unit_months.period = returns.period
    where returns.unit_code is null
    group by unit_months.unit_code, unit_months.period, unit_months.period_from, unit_months.period_to
),

carry_last_open_entries as (
    select
        keep_last_word.place,
        keep_last_word.unit_code,
        months_not_filed.period,
        months_not_filed.period_from,
        months_not_filed.period_to,
        keep_last_word.is_open,
        true as is_carried_forward
    from keep_last_word
    inner join find_months_not_filed as months_not_filed
        on keep_last_word.unit_code = months_not_filed.unit_code
        and keep_last_word.period_to = months_not_filed.filed_period_to
    where keep_last_word.is_open
),

gather_months as (
    select * from keep_last_word
    union all
    select * from carry_last_open_entries
),

set_day_of_measure as (
    select
        *,
        least(period_to, {{ today() }}) as measured_on
    from gather_months
),

measure_stock as (
    select
        -- ids
        stated.dispute_key || '@' || months.period as dispute_month_key,
        stated.dispute_key,
        stated.record_key,
        stated.unit_code,
        stated.district_code,
        months.period,
        stated.submission_id,
        stated.source_sheet,
        stated.source_row,

        -- codes
        stated.state_code,
        stated.result_code,

        -- flags; null where it cannot be read
        stated.is_open,
        stated.is_open and case
            when stated.is_deadline_readable then coalesce(stated.deadline_on < months.measured_on, false)
        end as is_overdue,
        stated.is_struck_off,
        stated.is_resolved,
        stated.is_planned,
        stated.is_responsible_named,
        months.is_carried_forward,

        -- dates
        months.period_from,
        months.period_to,
        months.measured_on,
        stated.deadline_on
    from set_day_of_measure as months
    inner join appearances as stated
        on months.place = stated.place
)

select * from measure_stock
