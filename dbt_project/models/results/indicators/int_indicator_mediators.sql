-- Rendered from catalog/indicators/mediators.yml by `fengqiao render`. Edit the declaration, not this file.
-- 人民调解员 (人): 期末在册的人民调解员人数，以期末以前最近一次花名册为准；同一人在几个组织任职的，一个旗县区内计一人
with

facts as (
    select * from {{ ref('dim_mediator') }}
    where is_first_post
),

rosters as (
    select * from {{ ref('int_roster_month') }}
    where ledger = 'mediator'
),

find_standing_rows as (
    select
        facts.*,
        rosters.period,
        rosters.is_carried_forward
    from facts
    inner join rosters
        on facts.unit_code = rosters.unit_code
        and facts.valid_from_on <= rosters.roster_from_on
        and {{ until('facts.valid_to_on') }} >= rosters.roster_from_on
),

judge_facts as (
    select
        unit_code,
        district_code,
        period,
        true as counts,
        is_carried_forward
    from find_standing_rows
),

count_by_unit as (
    select
        'mediators' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_facts
    group by unit_code, district_code, period
)

select * from count_by_unit
