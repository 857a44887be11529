-- Rendered from catalog/indicators/full_time_share.yml by `fengqiao render`. Edit the declaration, not this file.
-- 专职人民调解员占比 (比率): 期末在册的专职人民调解员，除以写明专职或兼职的在册人民调解员；专兼职读不出的另列；一处专职即为专职
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
        is_full_time as counts,
        is_carried_forward
    from find_standing_rows
),

count_by_unit as (
    select
        'full_time_share' as indicator,
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
