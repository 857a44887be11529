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

name_dispute_by_first_row as (
    select
        first_rows.record_key as dispute_key,
        first_rows.place as dispute_place,
        records.*
    from records
    left join find_first_places
        on records.place = find_first_places.place
    inner join records as first_rows
        on coalesce(find_first_places.first_place, records.place) = first_rows.place
),

number_appearances as (
    select
        *,
        row_number() over (partition by dispute_place order by place) as appearance,
        row_number() over (partition by dispute_place order by place desc) as recency,
        row_number() over (partition by dispute_place, period order by place desc) as recency_in_period
    from name_dispute_by_first_row
)

select * from number_appearances
