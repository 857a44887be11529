with

records as (
    select * from {{ ref('int_dispute_record') }}
),

members as (
    select * from {{ ref('int_dispute_member') }}
),

unit_months as (
    select * from {{ ref('int_unit_month') }}
),

returns as (
    select * from {{ ref('int_return_live') }} where ledger = 'dispute'
),

keep_last_word as (
    select
        members.dispute_key,
        records.row_key,
        records.unit_code,
        records.period,
        records.period_from,
        records.period_to,
        records.is_open,
        false as is_carried_forward
    from records
    inner join members
        on records.row_key = members.row_key
    where members.recency_in_period = 1
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
        keep_last_word.dispute_key,
        keep_last_word.row_key,
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
        months.dispute_key || '@' || months.period as dispute_month_key,
        months.dispute_key,
        records.record_key,
        months.unit_code,
        records.district_code,
        months.period,
        records.submission_id,
        records.source_sheet,
        records.source_row,

        -- codes
        records.state_code,
        records.result_code,

        -- flags; null where it cannot be read
        months.is_open,
        months.is_open and case when records.is_deadline_readable then coalesce(records.deadline_on < months.measured_on, false) end as is_overdue,
        records.is_struck_off,
        records.is_resolved,
        records.is_planned,
        records.is_responsible_named,
        months.is_carried_forward,

        -- dates
        months.period_from,
        months.period_to,
        months.measured_on,
        records.deadline_on
    from set_day_of_measure as months
    inner join records
        on months.row_key = records.row_key
)

select * from measure_stock
