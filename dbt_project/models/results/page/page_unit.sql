with

units as (
    select * from {{ ref('dim_unit') }}
    where is_reporting or level = 'city'
),

rank_versions as (
    select
        *,
        row_number() over (partition by unit_code order by valid_from_on desc) as recency
    from units
),

put_city_first_and_its_office_last as (
    select
        unit_code,
        district_code,
        name,
        short_name,
        level = 'city' as is_city,
        row_number() over (order by case when level = 'city' then 0 when kind = 'city_office' then 2 else 1 end, unit_code) as place
    from rank_versions
    where recency = 1
)

select * from put_city_first_and_its_office_last
