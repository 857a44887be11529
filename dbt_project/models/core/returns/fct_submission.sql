with

submissions as (
    select * from {{ source('run', 'submission') }}
),

number_tables as (
    select
        *,
        row_number() over (
            partition by submission_id
            order by ledger nulls last, unit_code nulls last, period nulls last, period_from nulls last, records nulls last, standing nulls last
        ) as table_place
    from submissions
),

name_columns as (
    select
        -- ids
        submission_id || '-' || cast(table_place as string) as submission_key,
        submission_id,
        replaced_by,

        -- what it is
        district_code,
        ledger,
        unit_code,
        period,
        period_from,
        period_to,
        basis,
        kind,

        -- what it counts for
        verdict,
        standing,
        coalesce(standing in ('live', 'added'), false) as is_live,
        coalesce(verdict in ('accepted', 'accepted_with_problems'), false) as is_accepted,
        note,

        -- numbers
        records as record_count,
        blocked as blocked_count,
        block_problems as block_problem_count,
        explain_problems as explain_problem_count,
        hint_problems as hint_problem_count,
        kept as kept_count,
        new as new_count,
        lost as lost_count,

        -- times
        received_at,
        received_on
    from number_tables
)

select * from name_columns
