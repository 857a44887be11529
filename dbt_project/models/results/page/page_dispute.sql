with

entries as (
    select * from {{ ref('fct_dispute_month') }}
),

disputes as (
    select * from {{ ref('fct_dispute') }}
),

units as (
    select * from {{ ref('dim_unit') }}
    where level = 'township'
),

code_items as (
    select * from {{ ref('code_item') }}
),

tell_township_type_and_state as (
    select
        entries.dispute_month_key,
        entries.dispute_key,
        entries.unit_code,
        entries.district_code,
        entries.period,
        entries.submission_id,
        entries.source_sheet,
        entries.source_row,
        townships.name as township_name,
        types.title as dispute_type_title,
        states.title as state_title,
        disputes.period = entries.period and not disputes.is_doubtful as is_found,
        entries.is_open,
        entries.is_overdue,
        entries.is_carried_forward,
        coalesce(disputes.accepted_on, disputes.screened_on, disputes.occurred_on) as began_on,
        entries.deadline_on,
        entries.measured_on
    from entries
    inner join disputes
        on entries.dispute_key = disputes.dispute_key
    left join units as townships
        on disputes.township_code = townships.unit_code
        and entries.period_from between townships.valid_from_on and {{ until('townships.valid_to_on') }}
    left join code_items as types
        on types.code_list = 'dispute_type'
        and disputes.dispute_type_code = types.code
    left join code_items as states
        on states.code_list = 'ledger_state'
        and entries.state_code = states.code
),

count_days as (
    select
        *,
        case when is_open then {{ days_between('began_on', 'measured_on') }} end as days_open,
        case when is_overdue then {{ days_between('deadline_on', 'measured_on') }} end as days_overdue
    from tell_township_type_and_state
)

select * from count_days
