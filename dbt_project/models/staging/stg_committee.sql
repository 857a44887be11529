-- Rendered from catalog/ledgers/committee.yml by `fengqiao render`. Edit the declaration, not this file.
-- 人民调解组织名册
with

landed as (
    select * from {{ live('committee') }}
),

type_columns as (
    select
        submission_id || '-' || cast(table_number as string) || '-' || cast(source_row as string) as row_key,
        coalesce(identity_1, identity_2) is null as is_keyless,

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

        -- how it was judged
        cast(is_blocked as boolean) as is_blocked,
        problem_fields,
        absent_fields,

        -- what was filed
        cast(row_no as bigint) as row_no,
        cast(committee_no as string) as committee_no,
        cast(name as string) as name,
        cast(kind_code as string) as kind_code,
        cast(industry_text as string) as industry_text,
        cast(industry_code as string) as industry_code,
        cast(filed_district_code as string) as filed_district_code,
        cast(township_code as string) as township_code,
        cast(head as string) as head,
        cast(phone_hash as string) as phone_hash,
        phone_hashes,
        cast(phone_masked as string) as phone_masked,
        cast(founded_on as date) as founded_on,
        cast(full_time_count as bigint) as full_time_count,
        cast(part_time_count as bigint) as part_time_count,
        cast(member_count as bigint) as member_count,
        cast(collected_on as date) as collected_on,
        cast(star_text as string) as star_text,
        cast(remark_length as bigint) as remark_length,
        cast(remark_hash as string) as remark_hash
    from landed
)

select * from type_columns
