-- Rendered from catalog/ledgers/online_service.yml by `fengqiao render`. Edit the declaration, not this file.
-- 掌上调解导出
with

landed as (
    select * from {{ live('online_service') }}
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
        cast(request_no as string) as request_no,
        cast(requested_on as date) as requested_on,
        cast(requested_at as timestamp) as requested_at,
        cast(service_text as string) as service_text,
        cast(service_code as string) as service_code,
        cast(township_code as string) as township_code,
        cast(dispute_type_code as string) as dispute_type_code,
        cast(applicant_hash as string) as applicant_hash,
        applicant_hashes,
        cast(applicant_masked as string) as applicant_masked,
        cast(party_phone_hash as string) as party_phone_hash,
        party_phone_hashes,
        cast(party_phone_masked as string) as party_phone_masked,
        cast(brief_length as bigint) as brief_length,
        cast(brief_hash as string) as brief_hash,
        brief_signature,
        cast(dispatched_to_text as string) as dispatched_to_text,
        cast(dispatched_on as date) as dispatched_on,
        cast(dispatched_at as timestamp) as dispatched_at,
        cast(status_text as string) as status_text,
        cast(is_satisfied as boolean) as is_satisfied,
        cast(remark_length as bigint) as remark_length,
        cast(remark_hash as string) as remark_hash
    from landed
)

select * from type_columns
