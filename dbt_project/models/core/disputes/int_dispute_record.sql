with

records as (
    select * from {{ ref('stg_dispute') }}
    where not is_blocked
),

submissions as (
    select distinct submission_id, received_at from {{ ref('fct_submission') }}
),

states as (
    select * from {{ ref('code_item') }} where code_list = 'ledger_state'
),

results as (
    select * from {{ ref('code_item') }} where code_list = 'mediation_result'
),

-- numbered narrow and joined back: to sort whole rows is what costs most in a large city
put_in_order as (
    select
        records.row_key,
        row_number() over (
            order by records.period_from, submissions.received_at nulls last, records.source_row, records.row_key
        ) as place
    from records
    left join submissions
        on records.submission_id = submissions.submission_id
),

say_what_can_be_read as (
    select
        *,
        not array_contains(absent_fields, 'state_code') as has_state,
        array_contains(problem_fields, 'state_code') or array_contains(problem_fields, 'result_code') as is_outcome_blocked,
        {{ readable('deadline_on') }} as is_deadline_readable,
        {{ readable('plan') }} as is_plan_readable,
        {{ readable('responsible_person') }} as is_responsible_readable
    from records
),

judge_records as (
    select
        -- ids
        records.row_key,
        put_in_order.place,
        records.record_key,
        records.unit_code,
        records.district_code,
        records.period,
        records.submission_id,
        records.source_sheet,
        records.source_row,

        -- facts
        records.township_code,
        records.dispute_type_code,
        records.state_code,
        records.result_code,
        records.responsible_unit_text,
        records.responsible_person,

        -- flags; null where the layout lacks the column or the cell cannot be read
        case when records.has_state then states.is_open else results.is_open end as is_open,
        states.is_struck_off,
        case
            when states.is_resolved or results.is_resolved then true
            when not records.is_outcome_blocked then coalesce(states.is_resolved, results.is_resolved)
        end as is_resolved,
        case when records.is_plan_readable then coalesce(records.plan_length, 0) > 0 end as is_planned,
        case when records.is_responsible_readable then records.responsible_person is not null end as is_responsible_named,
        records.is_deadline_readable,
        coalesce(records.is_carried_over, false) as is_carried_over,
        records.is_keyless,

        -- dates
        records.period_from,
        records.period_to,
        records.occurred_on,
        records.screened_on,
        records.accepted_on,
        records.deadline_on
    from say_what_can_be_read as records
    inner join put_in_order
        on records.row_key = put_in_order.row_key
    left join states
        on records.state_code = states.code
    left join results
        on records.result_code = results.code
)

select * from judge_records
