-- Rendered from catalog/ledgers/mediation_case.yml by `fengqiao render`. Edit the declaration, not this file.
-- Rows of different files state the same when an alternative filled on both sides is equal and no stronger one filled on both differs.
-- What a file states several times is paired one by one: rows of one file are never merged.
with

records as (
    select * from {{ ref('int_mediation_case_record') }}
),

staged as (
    select * from {{ ref('stg_mediation_case') }}
),

identify as (
    select
        records.row_key,
        records.place,
        records.district_code,
        records.period,
        records.submission_id,
        staged.identity_1,
        staged.identity_2,
        staged.identity_3,
        staged.identity_4,
        staged.identity_5
    from records
    inner join staged
        on records.row_key = staged.row_key
),

number_repeats_by_case_no as (
    select
        *,
        row_number() over (partition by submission_id, identity_1 order by place) as repetition
    from identify
    where identity_1 is not null
),

match_by_case_no as (
    select
        later.row_key,
        later.place,
        later.submission_id,
        later.district_code,
        earlier.row_key as earlier_key,
        earlier.place as earlier_place,
        1 as alternative
    from number_repeats_by_case_no as later
    inner join number_repeats_by_case_no as earlier
        on later.district_code = earlier.district_code
        and later.identity_1 = earlier.identity_1
        and later.repetition = earlier.repetition
        and later.submission_id <> earlier.submission_id
        and later.place > earlier.place
),

number_repeats_by_parties_and_brief as (
    select
        *,
        row_number() over (partition by submission_id, identity_2 order by place) as repetition
    from identify
    where identity_2 is not null
),

match_by_parties_and_brief as (
    select
        later.row_key,
        later.place,
        later.submission_id,
        later.district_code,
        earlier.row_key as earlier_key,
        earlier.place as earlier_place,
        2 as alternative
    from number_repeats_by_parties_and_brief as later
    inner join number_repeats_by_parties_and_brief as earlier
        on later.district_code = earlier.district_code
        and later.identity_2 = earlier.identity_2
        and later.repetition = earlier.repetition
        and later.submission_id <> earlier.submission_id
        and later.place > earlier.place
    where coalesce(later.identity_1 = earlier.identity_1, true)
),

number_repeats_by_mediator_and_brief as (
    select
        *,
        row_number() over (partition by submission_id, identity_3 order by place) as repetition
    from identify
    where identity_3 is not null
),

match_by_mediator_and_brief as (
    select
        later.row_key,
        later.place,
        later.submission_id,
        later.district_code,
        earlier.row_key as earlier_key,
        earlier.place as earlier_place,
        3 as alternative
    from number_repeats_by_mediator_and_brief as later
    inner join number_repeats_by_mediator_and_brief as earlier
        on later.district_code = earlier.district_code
        and later.identity_3 = earlier.identity_3
        and later.repetition = earlier.repetition
        and later.submission_id <> earlier.submission_id
        and later.place > earlier.place
        and later.period = earlier.period
    where coalesce(later.identity_1 = earlier.identity_1, true)
        and coalesce(later.identity_2 = earlier.identity_2, true)
),

number_repeats_by_brief as (
    select
        *,
        row_number() over (partition by submission_id, identity_4 order by place) as repetition
    from identify
    where identity_4 is not null
),

match_by_brief as (
    select
        later.row_key,
        later.place,
        later.submission_id,
        later.district_code,
        earlier.row_key as earlier_key,
        earlier.place as earlier_place,
        4 as alternative
    from number_repeats_by_brief as later
    inner join number_repeats_by_brief as earlier
        on later.district_code = earlier.district_code
        and later.identity_4 = earlier.identity_4
        and later.repetition = earlier.repetition
        and later.submission_id <> earlier.submission_id
        and later.place > earlier.place
        and later.period = earlier.period
    where coalesce(later.identity_1 = earlier.identity_1, true)
        and coalesce(later.identity_2 = earlier.identity_2, true)
        and coalesce(later.identity_3 = earlier.identity_3, true)
),

number_repeats_by_accepted_at_and_place_and_agreement as (
    select
        *,
        row_number() over (partition by submission_id, identity_5 order by place) as repetition
    from identify
    where identity_5 is not null
),

match_by_accepted_at_and_place_and_agreement as (
    select
        later.row_key,
        later.place,
        later.submission_id,
        later.district_code,
        earlier.row_key as earlier_key,
        earlier.place as earlier_place,
        5 as alternative
    from number_repeats_by_accepted_at_and_place_and_agreement as later
    inner join number_repeats_by_accepted_at_and_place_and_agreement as earlier
        on later.district_code = earlier.district_code
        and later.identity_5 = earlier.identity_5
        and later.repetition = earlier.repetition
        and later.submission_id <> earlier.submission_id
        and later.place > earlier.place
        and later.period = earlier.period
    where coalesce(later.identity_1 = earlier.identity_1, true)
        and coalesce(later.identity_2 = earlier.identity_2, true)
        and coalesce(later.identity_3 = earlier.identity_3, true)
        and coalesce(later.identity_4 = earlier.identity_4, true)
),

gather_matches as (
    select * from match_by_case_no
    union all
    select * from match_by_parties_and_brief
    union all
    select * from match_by_mediator_and_brief
    union all
    select * from match_by_brief
    union all
    select * from match_by_accepted_at_and_place_and_agreement
),

rank_by_strength as (
    select
        *,
        row_number() over (partition by place order by alternative, earlier_place) as choice
    from gather_matches
),

rank_within_file as (
    select
        *,
        row_number() over (partition by earlier_place, submission_id order by alternative, place) as claimant
    from rank_by_strength
    where choice = 1
),

keep_one_to_one as (
    select row_key, place, earlier_key, earlier_place, district_code
    from rank_within_file
    where claimant = 1
)

select * from keep_one_to_one
