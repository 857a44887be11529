with

records as (
    select * from {{ ref('int_dispute_record') }}
),

identities as (
    select * from {{ ref('int_dispute_identity') }}
),

decisions as (
    select * from {{ source('run', 'decision') }} where kind = 'match'
),

pair_equal_alternatives as (
    select
        ours.row_key,
        theirs.row_key as other_key,
        ours.district_code,
        ours.alternative
    from identities as ours
    inner join identities as theirs
        on ours.district_code = theirs.district_code
        and ours.alternative = theirs.alternative
        and ours.identity_hash = theirs.identity_hash
        and ours.row_key < theirs.row_key
),

-- filled on both sides and different: a stronger alternative tells the two apart
find_stronger_differences as (
    select distinct
        pairs.row_key,
        pairs.other_key,
        pairs.alternative
    from pair_equal_alternatives as pairs
    inner join identities as ours
        on pairs.row_key = ours.row_key
        and ours.alternative < pairs.alternative
    inner join identities as theirs
        on pairs.other_key = theirs.row_key
        and ours.alternative = theirs.alternative
        and ours.identity_hash <> theirs.identity_hash
),

keep_undisputed_pairs as (
    select
        pairs.row_key,
        pairs.other_key,
        pairs.district_code
    from pair_equal_alternatives as pairs
    left join find_stronger_differences as differences
        on pairs.row_key = differences.row_key
        and pairs.other_key = differences.other_key
        and pairs.alternative = differences.alternative
    where differences.row_key is null
),

order_decisions as (
    select
        least(key_a, key_b) as first_key,
        greatest(key_a, key_b) as second_key,
        same as is_same,
        row_number() over (partition by least(key_a, key_b), greatest(key_a, key_b) order by decided_at desc, decision_id desc) as latest
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
    where order_decisions.latest = 1
),

leave_out_parted_pairs as (
    select
        pairs.row_key,
        pairs.other_key,
        pairs.district_code
    from keep_undisputed_pairs as pairs
    left join apply_decisions_to_rows as decided
        on pairs.row_key = decided.row_key
        and pairs.other_key = decided.other_key
    where coalesce(decided.is_same, true)
),

gather_links as (
    select row_key, other_key, district_code from leave_out_parted_pairs
    union
    select row_key, other_key, district_code from apply_decisions_to_rows where is_same
)

select * from gather_links
