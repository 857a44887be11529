with

records as (
    select * from {{ ref('stg_screening_round') }}
    where not is_blocked and basis = 'period'
),

submissions as (
    select distinct submission_id, received_at from {{ ref('fct_submission') }}
),

date_by_receipt as (
    select
        records.*,
        dense_rank() over (
            partition by records.district_code, records.period, records.record_key
            order by submissions.received_at nulls last, records.submission_id
        ) as delivery_rank
    from records
    left join submissions
        on records.submission_id = submissions.submission_id
),

-- a file that adds to a live one repeats rounds of it: they gain a second source and are not counted twice; rows of one file are never merged
keep_first_delivery as (
    select * from date_by_receipt where delivery_rank = 1
),

name_columns as (
    select
        -- ids
        row_key as round_key,
        record_key,
        unit_code,
        district_code,
        township_code,
        period,
        submission_id,
        source_sheet,
        source_row,

        -- what was done
        village_text,
        screening_kind_text,
        screened_count,
        found_count,
        resolved_count,
        found_count = 0 as is_nil,

        -- dates
        screened_on,
        period_from,
        period_to
    from keep_first_delivery
)

select * from name_columns
