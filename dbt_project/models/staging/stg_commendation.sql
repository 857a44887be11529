-- Rendered from catalog/ledgers/commendation.yml by `fengqiao render`. Edit the declaration, not this file.
-- 人民调解表彰情况表
with

landed as (
    select * from {{ live('commendation') }}
),

type_columns as (
    select
        submission_id || '-' || cast(table_number as string) || '-' || cast(source_row as string) as row_key,
        coalesce(identity_1, identity_2, identity_3) is null as is_keyless,

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
        cast(identity_2 as string) as identity_2,
        cast(identity_3 as string) as identity_3,

        -- how it was judged
        cast(is_blocked as boolean) as is_blocked,
        problem_fields,
        absent_fields,

        -- what was filed
        cast(row_no as bigint) as row_no,
        cast(filed_district_code as string) as filed_district_code,
        cast(award_name as string) as award_name,
        cast(award_level_text as string) as award_level_text,
        cast(award_level_code as string) as award_level_code,
        cast(award_year as bigint) as award_year,
        cast(name as string) as name,
        cast(committee_text as string) as committee_text,
        cast(awarded_on as date) as awarded_on,
        cast(document_no as string) as document_no,
        cast(remark_length as bigint) as remark_length,
        cast(remark_hash as string) as remark_hash
    from landed
)

select * from type_columns
