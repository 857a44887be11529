-- Rendered from catalog/ledgers/administrative_totals.yml by `fengqiao render`. Edit the declaration, not this file.
-- 行政调解案件季度统计表
with

landed as (
    select * from {{ live('administrative_totals') }}
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
        cast(department_text as string) as department_text,
        cast(dispute_type_code as string) as dispute_type_code,
        cast(case_count as bigint) as case_count,
        cast(before_review_count as bigint) as before_review_count,
        cast(in_review_count as bigint) as in_review_count,
        cast(on_authority_count as bigint) as on_authority_count,
        cast(on_application_count as bigint) as on_application_count,
        cast(oral_count as bigint) as oral_count,
        cast(written_count as bigint) as written_count,
        cast(performed_count as bigint) as performed_count,
        cast(confirmed_count as bigint) as confirmed_count,
        cast(people_count as bigint) as people_count,
        cast(three_plus_count as bigint) as three_plus_count,
        cast(amount_fen as bigint) as amount_fen,
        cast(prevention_length as bigint) as prevention_length,
        cast(prevention_hash as string) as prevention_hash,
        cast(remark_length as bigint) as remark_length,
        cast(remark_hash as string) as remark_hash
    from landed
)

select * from type_columns
