-- Rendered from catalog/ledgers by `fengqiao render`. Edit the declaration, not this file.
with

administrative_totals as (
    select
        'administrative_totals' as ledger,
        row_key,
        record_key,
        cast(null as string) as block_text,
        cast(null as string) as item_text,
        measure,
        cast(null as string) as head_text,
        cast(case measure
            when 'case_count' then case_count
            when 'before_review_count' then before_review_count
            when 'in_review_count' then in_review_count
            when 'on_authority_count' then on_authority_count
            when 'on_application_count' then on_application_count
            when 'oral_count' then oral_count
            when 'written_count' then written_count
            when 'performed_count' then performed_count
            when 'confirmed_count' then confirmed_count
            when 'people_count' then people_count
            when 'three_plus_count' then three_plus_count
            when 'amount_fen' then amount_fen
        end as double) as figure,
        cast(null as string) as township_code,
        cast(null as string) as reporting_unit_text,
        department_text,
        dispute_type_code,
        unit_code,
        district_code,
        period,
        basis,
        submission_id,
        source_sheet,
        source_row,
        period_from,
        period_to
    from {{ ref('stg_administrative_totals') }}
    cross join (
        select 'case_count' as measure union all
        select 'before_review_count' as measure union all
        select 'in_review_count' as measure union all
        select 'on_authority_count' as measure union all
        select 'on_application_count' as measure union all
        select 'oral_count' as measure union all
        select 'written_count' as measure union all
        select 'performed_count' as measure union all
        select 'confirmed_count' as measure union all
        select 'people_count' as measure union all
        select 'three_plus_count' as measure union all
        select 'amount_fen' as measure
    ) as measures
    where not is_blocked
),

campaign_totals as (
    select
        'campaign_totals' as ledger,
        row_key,
        record_key,
        block_text as block_text,
        item_text as item_text,
        measure_text as measure,
        head_text as head_text,
        cast(figure as double) as figure,
        cast(null as string) as township_code,
        cast(null as string) as reporting_unit_text,
        cast(null as string) as department_text,
        cast(null as string) as dispute_type_code,
        unit_code,
        district_code,
        period,
        basis,
        submission_id,
        source_sheet,
        source_row,
        period_from,
        period_to
    from {{ ref('stg_campaign_totals') }}
    where not is_blocked
),

case_totals as (
    select
        'case_totals' as ledger,
        row_key,
        record_key,
        cast(null as string) as block_text,
        cast(null as string) as item_text,
        measure,
        cast(null as string) as head_text,
        cast(case measure
            when 'case_count' then case_count
            when 'party_count' then party_count
            when 'success_count' then success_count
            when 'difficult_count' then difficult_count
            when 'agreement_fen' then agreement_fen
            when 'village_count' then village_count
            when 'neighbourhood_count' then neighbourhood_count
            when 'township_count' then township_count
            when 'street_count' then street_count
            when 'enterprise_count' then enterprise_count
            when 'association_count' then association_count
            when 'initiative_count' then initiative_count
            when 'application_count' then application_count
            when 'referred_count' then referred_count
            when 'court_count' then court_count
            when 'procuratorate_count' then procuratorate_count
            when 'police_count' then police_count
            when 'petition_count' then petition_count
            when 'other_body_count' then other_body_count
            when 'marriage_count' then marriage_count
            when 'neighbours_count' then neighbours_count
            when 'homestead_count' then homestead_count
            when 'contract_count' then contract_count
            when 'business_count' then business_count
            when 'damage_count' then damage_count
            when 'land_count' then land_count
            when 'demolition_count' then demolition_count
            when 'environment_count' then environment_count
            when 'wages_count' then wages_count
            when 'labour_count' then labour_count
            when 'tourism_count' then tourism_count
            when 'ecommerce_count' then ecommerce_count
            when 'consumer_count' then consumer_count
            when 'medical_count' then medical_count
            when 'traffic_count' then traffic_count
            when 'property_count' then property_count
            when 'other_count' then other_count
            when 'oral_count' then oral_count
            when 'written_count' then written_count
            when 'screening_count' then screening_count
            when 'prevented_count' then prevented_count
            when 'suicide_case_count' then suicide_case_count
            when 'suicide_person_count' then suicide_person_count
            when 'crime_case_count' then crime_case_count
            when 'crime_person_count' then crime_person_count
            when 'petition_case_count' then petition_case_count
            when 'petition_person_count' then petition_person_count
            when 'fight_case_count' then fight_case_count
            when 'fight_person_count' then fight_person_count
        end as double) as figure,
        township_code,
        reporting_unit_text,
        cast(null as string) as department_text,
        cast(null as string) as dispute_type_code,
        unit_code,
        district_code,
        period,
        basis,
        submission_id,
        source_sheet,
        source_row,
        period_from,
        period_to
    from {{ ref('stg_case_totals') }}
    cross join (
        select 'case_count' as measure union all
        select 'party_count' as measure union all
        select 'success_count' as measure union all
        select 'difficult_count' as measure union all
        select 'agreement_fen' as measure union all
        select 'village_count' as measure union all
        select 'neighbourhood_count' as measure union all
        select 'township_count' as measure union all
        select 'street_count' as measure union all
        select 'enterprise_count' as measure union all
        select 'association_count' as measure union all
        select 'initiative_count' as measure union all
        select 'application_count' as measure union all
        select 'referred_count' as measure union all
        select 'court_count' as measure union all
        select 'procuratorate_count' as measure union all
        select 'police_count' as measure union all
        select 'petition_count' as measure union all
        select 'other_body_count' as measure union all
        select 'marriage_count' as measure union all
        select 'neighbours_count' as measure union all
        select 'homestead_count' as measure union all
        select 'contract_count' as measure union all
        select 'business_count' as measure union all
        select 'damage_count' as measure union all
        select 'land_count' as measure union all
        select 'demolition_count' as measure union all
        select 'environment_count' as measure union all
        select 'wages_count' as measure union all
        select 'labour_count' as measure union all
        select 'tourism_count' as measure union all
        select 'ecommerce_count' as measure union all
        select 'consumer_count' as measure union all
        select 'medical_count' as measure union all
        select 'traffic_count' as measure union all
        select 'property_count' as measure union all
        select 'other_count' as measure union all
        select 'oral_count' as measure union all
        select 'written_count' as measure union all
        select 'screening_count' as measure union all
        select 'prevented_count' as measure union all
        select 'suicide_case_count' as measure union all
        select 'suicide_person_count' as measure union all
        select 'crime_case_count' as measure union all
        select 'crime_person_count' as measure union all
        select 'petition_case_count' as measure union all
        select 'petition_person_count' as measure union all
        select 'fight_case_count' as measure union all
        select 'fight_person_count' as measure
    ) as measures
    where not is_blocked
),

screening_totals as (
    select
        'screening_totals' as ledger,
        row_key,
        record_key,
        block_text as block_text,
        item_text as item_text,
        measure_text as measure,
        head_text as head_text,
        cast(figure as double) as figure,
        cast(null as string) as township_code,
        cast(null as string) as reporting_unit_text,
        cast(null as string) as department_text,
        cast(null as string) as dispute_type_code,
        unit_code,
        district_code,
        period,
        basis,
        submission_id,
        source_sheet,
        source_row,
        period_from,
        period_to
    from {{ ref('stg_screening_totals') }}
    where not is_blocked
),

gather_figures as (
    select * from administrative_totals
    union all
    select * from campaign_totals
    union all
    select * from case_totals
    union all
    select * from screening_totals
),

name_figures as (
    select
        -- ids
        row_key || '-' || measure as filed_total_key,
        ledger,
        record_key,
        unit_code,
        district_code,
        period,
        basis,
        submission_id,
        source_sheet,
        source_row,

        -- of what
        township_code,
        reporting_unit_text,
        department_text,
        dispute_type_code,
        block_text,
        item_text,
        measure,
        head_text,

        -- how many
        figure,

        -- dates
        period_from,
        period_to
    from gather_figures
    where figure is not null
)

select * from name_figures
