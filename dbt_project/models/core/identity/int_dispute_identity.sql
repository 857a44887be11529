-- Rendered from catalog/ledgers/dispute.yml by `fengqiao render`. Edit the declaration, not this file.
with

records as (
    select * from {{ ref('stg_dispute') }} where not is_blocked
),

know_by_case_no as (
    select row_key, district_code, cast(1 as bigint) as alternative, identity_1 as identity_hash
    from records
    where identity_1 is not null
),

know_by_parties_and_brief as (
    select row_key, district_code, cast(2 as bigint) as alternative, identity_2 as identity_hash
    from records
    where identity_2 is not null
),

know_by_responsible_unit_text_and_brief as (
    select row_key, district_code, cast(3 as bigint) as alternative, identity_3 as identity_hash
    from records
    where identity_3 is not null
),

know_by_committee_text_and_brief as (
    select row_key, district_code, cast(4 as bigint) as alternative, identity_4 as identity_hash
    from records
    where identity_4 is not null
),

gather_alternatives as (
    select * from know_by_case_no
    union all
    select * from know_by_parties_and_brief
    union all
    select * from know_by_responsible_unit_text_and_brief
    union all
    select * from know_by_committee_text_and_brief
)

select * from gather_alternatives
