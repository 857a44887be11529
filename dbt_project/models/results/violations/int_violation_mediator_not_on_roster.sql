-- Rendered from catalog/rules/mediator_not_on_roster.yml by `fengqiao render`. Edit the declaration, not this file.
-- 调解员不在花名册 (explain): 这名调解员不在调解当天本地的人民调解员花名册上
with

facts as (
    select * from {{ ref('fct_mediation_case') }}
),

rosters as (
    select * from {{ ref('int_roster') }}
),

mediators as (
    select * from {{ ref('dim_mediator') }}
),

name_each_mediator as (
    select
        *,
        coalesce(mediated_on, accepted_on, period_to) as on_day,
        {{ each_name('mediator') }} as name
    from facts
),

find_offenders as (
    select distinct
        named.case_key,
        named.unit_code,
        named.district_code,
        named.period,
        named.on_day as since_on,
        named.submission_id,
        named.source_sheet,
        named.source_row,
        named.mediator,
        named.on_day
    from name_each_mediator as named
    -- whoever has no roster of that day cannot be told that somebody is missing from it
    inner join rosters
        on named.unit_code = rosters.unit_code
        and rosters.ledger = 'mediator'
        and named.on_day between rosters.valid_from_on and {{ until('rosters.valid_to_on') }}
    -- on the roster of that day, or on a later one that says the work had begun by then
    left join mediators
        on named.district_code = mediators.district_code
        and named.name = {{ without_blanks('mediators.name') }}
        and {{ until('mediators.valid_to_on') }} >= named.on_day
        and least(mediators.valid_from_on, coalesce(mediators.started_on, mediators.valid_from_on)) <= named.on_day
    where named.name <> ''
        and mediators.mediator_key is null
),

describe_violations as (
    select
        -- ids
        'mediator_not_on_roster' as rule_id,
        'fct_mediation_case' as fact,
        case_key as fact_key,
        'mediation_case' as ledger,
        unit_code,
        district_code,
        period,

        -- where it is put right
        submission_id,
        source_sheet,
        source_row,
        'mediator' as field,

        -- by what it offends
        'explain' as severity,
        'on_day=' || coalesce(cast(on_day as string), '') as offending_values,
        md5('mediator=' || coalesce(cast(mediator as string), '') || '; on_day=' || coalesce(cast(on_day as string), '')) as value_hash,

        -- dates
        since_on
    from find_offenders
    where since_on >= cast('2023-04-01' as date)
)

select * from describe_violations
