with

records as (
    select * from {{ ref('int_dispute_record') }}
),

links as (
    select * from {{ ref('int_dispute_link') }}
),

link_both_ways as (
    select row_key, other_key from links
    union all
    select other_key as row_key, row_key as other_key from links
),

reach_all_rows as (
    {{ reach('records', 'link_both_ways') }}
),

order_reached_rows as (
    select
        reach_all_rows.row_key,
        records.record_key,
        row_number() over (
            partition by reach_all_rows.row_key
            order by records.period_from, records.received_at nulls last, records.source_row, records.row_key
        ) as place
    from reach_all_rows
    inner join records
        on reach_all_rows.reached_key = records.row_key
),

name_by_first_appearance as (
    select
        records.*,
        order_reached_rows.record_key as dispute_key
    from records
    inner join order_reached_rows
        on records.row_key = order_reached_rows.row_key
        and order_reached_rows.place = 1
),

number_appearances as (
    select
        row_key,
        dispute_key,
        district_code,
        row_number() over (partition by dispute_key order by period_from, received_at nulls last, source_row, row_key) as appearance,
        row_number() over (partition by dispute_key order by period_from desc, received_at desc nulls first, source_row desc, row_key desc) as recency,
        row_number() over (partition by dispute_key, period order by received_at desc nulls first, source_row desc, row_key desc) as recency_in_period
    from name_by_first_appearance
)

select * from number_appearances
