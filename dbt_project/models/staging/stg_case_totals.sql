-- Rendered from catalog/ledgers/case_totals.yml by `fengqiao render`. Edit the declaration, not this file.
-- 人民调解案件情况统计表
with

landed as (
    select * from {{ live('case_totals') }}
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
        cast(township_code as string) as township_code,
        cast(reporting_unit_text as string) as reporting_unit_text,
        cast(reporting_unit_code as string) as reporting_unit_code,
        cast(case_count as bigint) as case_count,
        cast(party_count as bigint) as party_count,
        cast(success_count as bigint) as success_count,
        cast(difficult_count as bigint) as difficult_count,
        cast(agreement_fen as bigint) as agreement_fen,
        cast(village_count as bigint) as village_count,
        cast(neighbourhood_count as bigint) as neighbourhood_count,
        cast(township_count as bigint) as township_count,
        cast(street_count as bigint) as street_count,
        cast(enterprise_count as bigint) as enterprise_count,
        cast(association_count as bigint) as association_count,
        cast(initiative_count as bigint) as initiative_count,
        cast(application_count as bigint) as application_count,
        cast(referred_count as bigint) as referred_count,
        cast(court_count as bigint) as court_count,
        cast(procuratorate_count as bigint) as procuratorate_count,
        cast(police_count as bigint) as police_count,
        cast(petition_count as bigint) as petition_count,
        cast(other_body_count as bigint) as other_body_count,
        cast(marriage_count as bigint) as marriage_count,
        cast(neighbours_count as bigint) as neighbours_count,
        cast(homestead_count as bigint) as homestead_count,
        cast(contract_count as bigint) as contract_count,
        cast(business_count as bigint) as business_count,
        cast(damage_count as bigint) as damage_count,
        cast(land_count as bigint) as land_count,
        cast(demolition_count as bigint) as demolition_count,
        cast(environment_count as bigint) as environment_count,
        cast(wages_count as bigint) as wages_count,
        cast(labour_count as bigint) as labour_count,
        cast(tourism_count as bigint) as tourism_count,
        cast(ecommerce_count as bigint) as ecommerce_count,
        cast(consumer_count as bigint) as consumer_count,
        cast(medical_count as bigint) as medical_count,
        cast(traffic_count as bigint) as traffic_count,
        cast(property_count as bigint) as property_count,
        cast(other_count as bigint) as other_count,
        cast(oral_count as bigint) as oral_count,
        cast(written_count as bigint) as written_count,
        cast(screening_count as bigint) as screening_count,
        cast(prevented_count as bigint) as prevented_count,
        cast(suicide_case_count as bigint) as suicide_case_count,
        cast(suicide_person_count as bigint) as suicide_person_count,
        cast(crime_case_count as bigint) as crime_case_count,
        cast(crime_person_count as bigint) as crime_person_count,
        cast(petition_case_count as bigint) as petition_case_count,
        cast(petition_person_count as bigint) as petition_person_count,
        cast(fight_case_count as bigint) as fight_case_count,
        cast(fight_person_count as bigint) as fight_person_count
    from landed
)

select * from type_columns
