with

records as (
    select * from {{ ref('int_dispute_record') }}
),

members as (
    select * from {{ ref('int_dispute_member') }}
),

decisions as (
    select * from {{ source('run', 'decision') }} where kind = 'match'
),

find_first_rows as (
    select members.dispute_key, records.*
    from records
    inner join members
        on records.row_key = members.row_key
    where members.appearance = 1
),

find_last_open_rows as (
    select members.dispute_key, records.*
    from records
    inner join members
        on records.row_key = members.row_key
    where members.recency = 1 and records.is_open
),

-- what has no key, or says that it was carried over, may go on from an earlier entry that agrees in who answers for it and by when
pair_by_responsibility as (
    select
        later.dispute_key,
        later.district_code,
        earlier.dispute_key as earlier_key,
        earlier.period_to,
        earlier.source_row
    from find_first_rows as later
    inner join find_last_open_rows as earlier
        on later.district_code = earlier.district_code
        and later.responsible_unit_text = earlier.responsible_unit_text
        and later.responsible_person = earlier.responsible_person
        and later.deadline_on = earlier.deadline_on
        and later.period_from > earlier.period_to
    where later.is_keyless or earlier.is_keyless or later.is_carried_over
),

leave_out_decided as (
    select pairs.*
    from pair_by_responsibility as pairs
    left join decisions
        on least(pairs.dispute_key, pairs.earlier_key) = least(decisions.key_a, decisions.key_b)
        and greatest(pairs.dispute_key, pairs.earlier_key) = greatest(decisions.key_a, decisions.key_b)
    where decisions.decision_id is null
),

rank_offers as (
    select
        dispute_key,
        district_code,
        earlier_key,
        row_number() over (partition by dispute_key order by period_to desc, source_row, earlier_key) as offer
    from leave_out_decided
),

keep_nearest as (
    select dispute_key, district_code, earlier_key
    from rank_offers
    where offer = 1
)

select * from keep_nearest
