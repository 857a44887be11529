-- Rendered from catalog/ledgers/training.yml by `fengqiao render`. Edit the declaration, not this file.
-- 人民调解员培训情况统计表
with

landed as (
    select * from {{ live('training') }}
),

type_columns as (
    select
        submission_id || '-' || cast(table_number as string) || '-' || cast(source_row as string) as row_key,
        coalesce(identity_1) is null as is_keyless,

        -- where the row comes from
        cast(submission_id as string) as submission_id,
        cast(reading_id as string) as reading_id,
        cast(table_number as bigint) as table_number,
        cast(district_code as string) as district_code,
        cast(unit_code as string) as unit_code,
        cast(period as string) as period,
        cast(period_from as date) as period_from,
        cast(period_to as date) as period_to,
        cast(basis as string) as basis,
        cast(return_kind as string) as return_kind,
        cast(source_sheet as string) as source_sheet,
        cast(source_row as bigint) as source_row,

        -- what it is known by
        cast(record_key as string) as record_key,
        cast(identity_1 as string) as identity_1,

        -- how it was judged
        cast(is_blocked as boolean) as is_blocked,
        problem_fields,
        absent_fields,

        -- what was filed
        cast(row_no as bigint) as row_no,
        cast(training_name as string) as training_name,
        cast(kind_text as string) as kind_text,
        cast(kind_code as string) as kind_code,
        cast(trained_on as date) as trained_on,
        cast(place as string) as place,
        cast(session_count as bigint) as session_count,
        cast(attendee_count as bigint) as attendee_count,
        cast(hours as double) as hours,
        cast(day_count as bigint) as day_count,
        cast(remark_length as bigint) as remark_length,
        cast(remark_hash as string) as remark_hash
    from landed
)

select * from type_columns
