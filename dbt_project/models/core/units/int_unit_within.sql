with

units as (
    select distinct unit_code, parent_code, district_code from {{ ref('dim_unit') }}
),

start_with_itself as (
    select unit_code, district_code, unit_code as within_code from units
),

climb_to_parent as (
    select unit_code, district_code, parent_code as within_code from units
    where parent_code is not null
),

climb_to_grandparent as (
    select units.unit_code, units.district_code, parents.parent_code as within_code
    from units
    inner join units as parents
        on units.parent_code = parents.unit_code
    where parents.parent_code is not null
),

climb_to_city as (
    select units.unit_code, units.district_code, grandparents.parent_code as within_code
    from units
    inner join units as parents
        on units.parent_code = parents.unit_code
    inner join units as grandparents
        on parents.parent_code = grandparents.unit_code
    where grandparents.parent_code is not null
),

gather_levels as (
    select * from start_with_itself
    union
    select * from climb_to_parent
    union
    select * from climb_to_grandparent
    union
    select * from climb_to_city
)

select * from gather_levels
