-- Rendered from catalog/ledgers/mediator.yml by `fengqiao render`. Edit the declaration, not this file.
-- 人民调解员花名册
with

landed as (
    select * from {{ live('mediator') }}
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
        cast(township_code as string) as township_code,
        cast(committee_text as string) as committee_text,
        cast(committee_no as string) as committee_no,
        cast(mediator_no as string) as mediator_no,
        cast(name as string) as name,
        cast(gender_code as string) as gender_code,
        cast(ethnicity_text as string) as ethnicity_text,
        cast(ethnicity_code as string) as ethnicity_code,
        cast(birth_month as string) as birth_month,
        cast(id_number_hash as string) as id_number_hash,
        id_number_hashes,
        cast(id_number_masked as string) as id_number_masked,
        cast(education_code as string) as education_code,
        cast(political_code as string) as political_code,
        cast(post_text as string) as post_text,
        cast(post_code as string) as post_code,
        cast(is_part_time as boolean) as is_part_time,
        cast(employer_text as string) as employer_text,
        cast(other_identity_text as string) as other_identity_text,
        cast(other_identity_code as string) as other_identity_code,
        cast(is_purchased as boolean) as is_purchased,
        cast(is_bilingual as boolean) as is_bilingual,
        cast(phone_hash as string) as phone_hash,
        phone_hashes,
        cast(phone_masked as string) as phone_masked,
        cast(started_on as date) as started_on,
        cast(grade_text as string) as grade_text,
        cast(grade_code as string) as grade_code,
        cast(village_text as string) as village_text,
        cast(studio_text as string) as studio_text,
        cast(mediator_type_text as string) as mediator_type_text,
        cast(service_years_text as string) as service_years_text,
        cast(selection_text as string) as selection_text,
        cast(selection_code as string) as selection_code,
        cast(term_ends_on as date) as term_ends_on,
        cast(major_text as string) as major_text,
        cast(occupation_text as string) as occupation_text,
        cast(qualification_text as string) as qualification_text,
        cast(is_experienced as boolean) as is_experienced,
        cast(graded_on as date) as graded_on,
        cast(is_registered as boolean) as is_registered,
        cast(training_text as string) as training_text,
        cast(status_text as string) as status_text,
        cast(remark_length as bigint) as remark_length,
        cast(remark_hash as string) as remark_hash
    from landed
)

select * from type_columns
