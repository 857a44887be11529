with

appearances as (
    select * from {{ ref('int_dispute_appearance') }}
),

decisions as (
    select * from {{ source('run', 'decision') }} where kind = 'match'
),

-- what has no key, or calls itself carried over, may go on from an open entry that agrees in who answers for it and by when
pair_by_responsibility as (
    select
        later.dispute_key,
        later.district_code,
        earlier.dispute_key as earlier_key,
        earlier.place
    from appearances as later
    inner join appearances as earlier
        on later.district_code = earlier.district_code
        and later.responsible_unit_text = earlier.responsible_unit_text
        and later.responsible_person = earlier.responsible_person
        and later.deadline_on = earlier.deadline_on
        and later.period_from > earlier.period_to
    where later.appearance = 1
        and earlier.recency = 1
        and earlier.is_open
        and (later.is_keyless or earlier.is_keyless or later.is_carried_over)
),

leave_out_decided as (
    select pairs.*
    from pair_by_responsibility as pairs
    left join decisions
        on least(pairs.dispute_key, pairs.earlier_key) = least(decisions.key_a, decisions.key_b)
        and greatest(pairs.dispute_key, pairs.earlier_key) = greatest(decisions.key_a, decisions.key_b)
    where decisions.decision_id is null
),

rank_by_nearness as (
    select
        *,
        row_number() over (partition by dispute_key order by place desc) as nearness
    from leave_out_decided
),

keep_nearest as (
    select dispute_key, district_code, earlier_key
    from rank_by_nearness
    where nearness = 1
)

select * from keep_nearest
