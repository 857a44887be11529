-- Rendered from catalog/ledgers/subsidy_claim.yml by `fengqiao render`. Edit the declaration, not this file.
-- 以案定补申报汇总表
with

landed as (
    select * from {{ live('subsidy_claim') }}
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
        cast(case_no as string) as case_no,
        cast(committee_text as string) as committee_text,
        cast(mediator as string) as mediator,
        cast(parties_hash as string) as parties_hash,
        parties_hashes,
        cast(parties_masked as string) as parties_masked,
        cast(dispute_type_code as string) as dispute_type_code,
        cast(accepted_on as date) as accepted_on,
        cast(closed_on as date) as closed_on,
        cast(agreement_form_code as string) as agreement_form_code,
        cast(performance_code as string) as performance_code,
        cast(declared_difficulty_code as string) as declared_difficulty_code,
        cast(reviewed_difficulty_code as string) as reviewed_difficulty_code,
        cast(rate_fen as bigint) as rate_fen,
        cast(declared_fen as bigint) as declared_fen,
        cast(reviewed_fen as bigint) as reviewed_fen,
        cast(remark_length as bigint) as remark_length,
        cast(remark_hash as string) as remark_hash
    from landed
)

select * from type_columns
