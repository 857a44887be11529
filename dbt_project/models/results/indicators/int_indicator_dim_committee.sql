-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('dim_committee') }}
),

rosters as (
    select * from {{ ref('int_roster_month') }}
    where ledger = 'committee'
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

-- 人民调解委员会 (个): 期末在册的人民调解委员会个数，以期末以前最近一次名册为准；工作室、派驻调解室、一站式中心、调解小组不计；类型读不出的另列
judge_committees as (
    select
        unit_code,
        district_code,
        period,
        is_committee as counts,
        is_carried_forward
    from find_standing_rows
),

count_committees as (
    select
        'committees' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_committees
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_committees
)

select * from gather_indicators
