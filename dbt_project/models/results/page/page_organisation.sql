with

organisations as (
    select * from {{ ref('dim_committee') }}
),

rosters as (
    select * from {{ ref('int_roster_month') }}
    where ledger = 'committee'
),

months as (
    select * from {{ ref('page_month') }}
),

units_within as (
    select * from {{ ref('int_unit_within') }}
),

code_items as (
    select * from {{ ref('code_item') }}
),

find_standing as (
    select
        organisations.unit_code,
        organisations.kind_code,
        rosters.period
    from organisations
    inner join rosters
        on organisations.unit_code = rosters.unit_code
        and organisations.valid_from_on <= rosters.roster_from_on
        and {{ until('organisations.valid_to_on') }} >= rosters.roster_from_on
),

count_kinds as (
    select
        units_within.within_code as unit_code,
        standing.period,
        standing.kind_code,
        count(*) as organisations
    from find_standing as standing
    inner join units_within
        on standing.unit_code = units_within.unit_code
    group by units_within.within_code, standing.period, standing.kind_code
),

name_kinds as (
    select
        counts.unit_code,
        months.district_code,
        counts.period,
        counts.kind_code,
        kinds.title as kind_title,
        kinds.is_committee,
        counts.organisations
    from count_kinds as counts
    inner join months
        on counts.unit_code = months.unit_code
        and counts.period = months.period
    left join code_items as kinds
        on kinds.code_list = 'org_kind'
        and counts.kind_code = kinds.code
)

select * from name_kinds
