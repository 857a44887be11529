with

records as (
    select * from {{ ref('int_dispute_record') }}
),

matches as (
    select * from {{ ref('int_dispute_match') }}
),

decisions as (
    select * from {{ source('run', 'decision') }} where kind = 'match'
),

order_decisions as (
    select
        least(key_a, key_b) as first_key,
        greatest(key_a, key_b) as second_key,
        same as is_same,
        row_number() over (partition by least(key_a, key_b), greatest(key_a, key_b) order by decided_at desc, decision_id desc) as age
    from decisions
),

apply_decisions_to_rows as (
    select
        least(first_records.row_key, second_records.row_key) as row_key,
        greatest(first_records.row_key, second_records.row_key) as other_key,
        first_records.district_code,
        order_decisions.is_same
    from order_decisions
    inner join records as first_records
        on order_decisions.first_key = first_records.record_key
    inner join records as second_records
        on order_decisions.second_key = second_records.record_key
        and first_records.district_code = second_records.district_code
    where order_decisions.age = 1
),

leave_out_parted_matches as (
    select
        matches.row_key,
        matches.other_key,
        matches.district_code
    from matches
    left join apply_decisions_to_rows as decided
        on matches.row_key = decided.row_key
        and matches.other_key = decided.other_key
    where coalesce(decided.is_same, true)
),

gather_links as (
    select row_key, other_key, district_code from leave_out_parted_matches
    union
    select row_key, other_key, district_code from apply_decisions_to_rows where is_same
),

place_rows as (
    select
        ours.place,
        theirs.place as linked_place,
        gather_links.district_code
    from gather_links
    inner join records as ours
        on gather_links.row_key = ours.row_key
    inner join records as theirs
        on gather_links.other_key = theirs.row_key
)

select * from place_rows
