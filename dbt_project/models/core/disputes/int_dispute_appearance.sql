with

records as (
    select * from {{ ref('int_dispute_record') }}
),

links as (
    select * from {{ ref('int_dispute_link') }}
),

link_both_ways as (
    select place, linked_place from links
    union all
    select linked_place as place, place as linked_place from links
),

reach_linked_rows as (
    {{ reach('link_both_ways') }}
),

find_first_places as (
    select place, min(reached_place) as first_place
    from reach_linked_rows
    group by place
),

find_dispute_of_row as (
    select
        records.place,
        records.period,
        coalesce(find_first_places.first_place, records.place) as dispute_place
    from records
    left join find_first_places
        on records.place = find_first_places.place
),

number_appearances as (
    select
        *,
        row_number() over (partition by dispute_place order by place) as appearance,
        row_number() over (partition by dispute_place order by place desc) as recency,
        row_number() over (partition by dispute_place, period order by place desc) as recency_in_period
    from find_dispute_of_row
),

name_dispute_by_first_row as (
    select
        first_rows.record_key as dispute_key,
        numbered.dispute_place,
        records.*,
        numbered.appearance,
        numbered.recency,
        numbered.recency_in_period
    from records
    inner join number_appearances as numbered
        on records.place = numbered.place
    inner join records as first_rows
        on numbered.dispute_place = first_rows.place
)

select * from name_dispute_by_first_row
