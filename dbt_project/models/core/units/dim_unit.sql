with

units as (
    select * from {{ ref('unit') }}
),

place_in_city as (
    select
        units.unit_code || '@' || cast(units.since_on as string) as unit_key,

        -- codes
        units.unit_code,
        case
            when units.level = 'village' then parents.parent_code
            when units.level = 'township' then units.parent_code
            else units.unit_code
        end as district_code,
        units.parent_code,
        units.now_code,

        -- words
        units.name,
        coalesce(units.short_name, units.name) as short_name,
        units.level,
        units.kind,
        concat_ws('/', cities.name, grandparents.name, parents.name, units.name) as path,

        -- flags
        units.is_reporting,
        units.is_pseudo,

        -- dates
        units.since_on as valid_from_on,
        units.until_on as valid_to_on
    from units
    left join units as parents
        on units.parent_code = parents.unit_code
        and units.since_on between parents.since_on and coalesce(parents.until_on, units.since_on)
    left join units as grandparents
        on parents.parent_code = grandparents.unit_code
        and units.since_on between grandparents.since_on and coalesce(grandparents.until_on, units.since_on)
    left join units as cities
        on grandparents.parent_code = cities.unit_code
        and units.since_on between cities.since_on and coalesce(cities.until_on, units.since_on)
)

select * from place_in_city
