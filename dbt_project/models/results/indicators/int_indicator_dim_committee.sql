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

-- 企事业单位调委会 (个): 期末在册的企事业单位人民调解委员会，以期末以前最近一次名册为准
judge_enterprise_committees as (
    select
        unit_code,
        district_code,
        period,
        kind_code = 'O31' as counts,
        is_carried_forward
    from find_standing_rows
),

count_enterprise_committees as (
    select
        'enterprise_committees' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_enterprise_committees
    where period is not null
    group by unit_code, district_code, period
),

-- 行业性专业性调委会 (个): 期末在册的行业性、专业性人民调解委员会，以期末以前最近一次名册为准
judge_industry_committees as (
    select
        unit_code,
        district_code,
        period,
        kind_code = 'O41' as counts,
        is_carried_forward
    from find_standing_rows
),

count_industry_committees as (
    select
        'industry_committees' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_industry_committees
    where period is not null
    group by unit_code, district_code, period
),

-- 派驻调解室 (个): 期末在册的派驻公安派出所、信访、法院、交警等的调解工作室，以期末以前最近一次名册为准
judge_stationed_rooms as (
    select
        unit_code,
        district_code,
        period,
        kind_code = 'O52' as counts,
        is_carried_forward
    from find_standing_rows
),

count_stationed_rooms as (
    select
        'stationed_rooms' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_stationed_rooms
    where period is not null
    group by unit_code, district_code, period
),

-- 个人和特色调解工作室 (个): 期末在册的个人、品牌和特色调解工作室，以期末以前最近一次名册为准
judge_studios as (
    select
        unit_code,
        district_code,
        period,
        kind_code = 'O51' as counts,
        is_carried_forward
    from find_standing_rows
),

count_studios as (
    select
        'studios' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_studios
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_committees
    union all
    select * from count_enterprise_committees
    union all
    select * from count_industry_committees
    union all
    select * from count_stationed_rooms
    union all
    select * from count_studios
)

select * from gather_indicators
