with

records as (
    select * from {{ ref('stg_mediation_case') }}
    where not is_blocked and basis = 'period'
),

submissions as (
    select distinct submission_id, received_at from {{ ref('fct_submission') }}
),

types as (
    select * from {{ ref('code_item') }} where code_list = 'dispute_type'
),

sources as (
    select * from {{ ref('code_item') }} where code_list = 'case_source'
),

results as (
    select * from {{ ref('code_item') }} where code_list = 'mediation_result'
),

forms as (
    select * from {{ ref('code_item') }} where code_list = 'agreement_form'
),

performances as (
    select * from {{ ref('code_item') }} where code_list = 'performance'
),

-- numbered narrow and joined back: to sort whole rows is what costs most in a large city
put_in_order as (
    select
        records.row_key,
        row_number() over (
            order by records.period_from, submissions.received_at nulls last, records.submission_id, records.source_row, records.row_key
        ) as place
    from records
    left join submissions
        on records.submission_id = submissions.submission_id
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
        records.case_no,
        records.case_code,

        -- who and where
        records.township_code,
        records.committee_text,
        records.studio_text,
        records.mediator,
        records.parties_hash,

        -- type and source, as filed and as the form counts them
        records.dispute_type_code,
        coalesce(types.rolls_up_to, types.code) as form_type_code,
        records.case_source_code,
        coalesce(sources.rolls_up_to, sources.code) as form_source_code,
        records.difficulty_code,

        -- result
        records.result_code,
        results.is_concluded as is_closed,
        results.is_resolved as is_succeeded,

        -- agreement and what became of it
        records.agreement_form_code,
        forms.is_written as is_written,
        records.agreement_fen,
        records.performance_code,
        performances.is_performed as is_performed,
        records.is_confirmed,
        case when {{ readable('followed_up_on') }} then records.followed_up_on is not null or records.follow_up_text is not null end as is_followed_up,
        records.is_satisfied,

        -- numbers
        records.people_count,
        records.amount_fen,

        -- dates
        records.period_from,
        records.period_to,
        records.occurred_on,
        records.accepted_on,
        records.mediated_on,
        records.agreed_on,
        records.closed_on,
        records.followed_up_on
    from records
    inner join put_in_order
        on records.row_key = put_in_order.row_key
    left join types
        on records.dispute_type_code = types.code
    left join sources
        on records.case_source_code = sources.code
    left join results
        on records.result_code = results.code
    left join forms
        on records.agreement_form_code = forms.code
    left join performances
        on records.performance_code = performances.code
)

select * from judge_records
