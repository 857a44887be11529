-- Rendered from catalog/ledgers/dispute.yml by `fengqiao render`. Edit the declaration, not this file.
-- Two rows are the same when an alternative filled on both sides is equal and no stronger one filled on both differs.
with

records as (
    select * from {{ ref('stg_dispute') }} where not is_blocked
),

match_by_case_no as (
    select ours.row_key, theirs.row_key as other_key, ours.district_code
    from records as ours
    inner join records as theirs
        on ours.district_code = theirs.district_code
        and ours.identity_1 = theirs.identity_1
        and ours.row_key < theirs.row_key
),

match_by_parties_and_brief as (
    select ours.row_key, theirs.row_key as other_key, ours.district_code
    from records as ours
    inner join records as theirs
        on ours.district_code = theirs.district_code
        and ours.identity_2 = theirs.identity_2
        and ours.row_key < theirs.row_key
    where coalesce(ours.identity_1 = theirs.identity_1, true)
),

match_by_responsible_unit_text_and_brief as (
    select ours.row_key, theirs.row_key as other_key, ours.district_code
    from records as ours
    inner join records as theirs
        on ours.district_code = theirs.district_code
        and ours.identity_3 = theirs.identity_3
        and ours.row_key < theirs.row_key
    where coalesce(ours.identity_1 = theirs.identity_1, true)
        and coalesce(ours.identity_2 = theirs.identity_2, true)
),

match_by_committee_text_and_brief as (
    select ours.row_key, theirs.row_key as other_key, ours.district_code
    from records as ours
    inner join records as theirs
        on ours.district_code = theirs.district_code
        and ours.identity_4 = theirs.identity_4
        and ours.row_key < theirs.row_key
    where coalesce(ours.identity_1 = theirs.identity_1, true)
        and coalesce(ours.identity_2 = theirs.identity_2, true)
        and coalesce(ours.identity_3 = theirs.identity_3, true)
),

gather_matches as (
    select * from match_by_case_no
    union
    select * from match_by_parties_and_brief
    union
    select * from match_by_responsible_unit_text_and_brief
    union
    select * from match_by_committee_text_and_brief
)

select * from gather_matches
