-- Rendered from catalog/ledgers/dispute.yml by `fengqiao render`. Edit the declaration, not this file.
-- 矛盾纠纷台账
with

landed as (
    select * from {{ live('dispute') }}
),

type_columns as (
    select
        submission_id || '-' || cast(table_number as string) || '-' || cast(source_row as string) as row_key,
        coalesce(identity_1, identity_2, identity_3, identity_4) is null as is_keyless,

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
        cast(identity_4 as string) as identity_4,

        -- how it was judged
        cast(is_blocked as boolean) as is_blocked,
        problem_fields,
        absent_fields,

        -- what was filed
        cast(row_no as bigint) as row_no,
        cast(case_no as string) as case_no,
        cast(reporting_unit_text as string) as reporting_unit_text,
        cast(reporting_unit_code as string) as reporting_unit_code,
        cast(township_code as string) as township_code,
        cast(village_text as string) as village_text,
        cast(filed_district_code as string) as filed_district_code,
        cast(case_title_length as bigint) as case_title_length,
        cast(case_title_hash as string) as case_title_hash,
        cast(dispute_type_code as string) as dispute_type_code,
        cast(parties_hash as string) as parties_hash,
        parties_hashes,
        cast(parties_masked as string) as parties_masked,
        cast(applicant_hash as string) as applicant_hash,
        applicant_hashes,
        cast(applicant_masked as string) as applicant_masked,
        cast(respondent_hash as string) as respondent_hash,
        respondent_hashes,
        cast(respondent_masked as string) as respondent_masked,
        cast(brief_length as bigint) as brief_length,
        cast(brief_hash as string) as brief_hash,
        brief_signature,
        cast(people_count as bigint) as people_count,
        cast(amount_fen as bigint) as amount_fen,
        cast(place_length as bigint) as place_length,
        cast(place_hash as string) as place_hash,
        cast(scale_text as string) as scale_text,
        cast(scale_code as string) as scale_code,
        cast(occurred_on as date) as occurred_on,
        cast(screened_on as date) as screened_on,
        cast(accepted_on as date) as accepted_on,
        cast(plan_length as bigint) as plan_length,
        cast(plan_hash as string) as plan_hash,
        cast(responsible_unit_text as string) as responsible_unit_text,
        cast(responsible_person as string) as responsible_person,
        cast(lead_official as string) as lead_official,
        cast(screener as string) as screener,
        cast(committee_text as string) as committee_text,
        cast(mediator as string) as mediator,
        cast(deadline_on as date) as deadline_on,
        cast(resolve_way_text as string) as resolve_way_text,
        cast(resolve_way_code as string) as resolve_way_code,
        cast(result_code as string) as result_code,
        cast(result_length as bigint) as result_length,
        cast(result_hash as string) as result_hash,
        cast(closed_on as date) as closed_on,
        cast(supervision_length as bigint) as supervision_length,
        cast(supervision_hash as string) as supervision_hash,
        cast(difficulty_code as string) as difficulty_code,
        cast(state_code as string) as state_code,
        cast(scale_level_text as string) as scale_level_text,
        cast(scale_level_code as string) as scale_level_code,
        cast(is_prominent as boolean) as is_prominent,
        cast(assisting_unit_text as string) as assisting_unit_text,
        cast(supervising_text as string) as supervising_text,
        cast(appraised_on as date) as appraised_on,
        cast(appraisal_length as bigint) as appraisal_length,
        cast(appraisal_hash as string) as appraisal_hash,
        cast(remark_length as bigint) as remark_length,
        cast(remark_hash as string) as remark_hash,
        cast(is_carried_over as boolean) as is_carried_over
    from landed
)

select * from type_columns
