-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('dim_mediator') }}
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

-- 大专及以上学历占比 (比率): 期末在册、大专及以上学历的人民调解员，除以写明学历的在册人民调解员；学历读不出的另列
judge_college_share as (
    select
        unit_code,
        district_code,
        period,
        education_code in ('10', '20', '30') as counts,
        is_carried_forward
    from find_standing_rows
    where is_first_post
),

count_college_share as (
    select
        'college_share' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_college_share
    where period is not null
    group by unit_code, district_code, period
),

-- 专职人民调解员占比 (比率): 期末在册的专职人民调解员，除以写明专职或兼职的在册人民调解员；专兼职读不出的另列；一处专职即为专职
judge_full_time_share as (
    select
        unit_code,
        district_code,
        period,
        is_full_time as counts,
        is_carried_forward
    from find_standing_rows
    where is_first_post
),

count_full_time_share as (
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
    from judge_full_time_share
    where period is not null
    group by unit_code, district_code, period
),

-- 人民调解员 (人): 期末在册的人民调解员人数，以期末以前最近一次花名册为准；同一人在几个组织任职的，一个旗县区内计一人
judge_mediators as (
    select
        unit_code,
        district_code,
        period,
        true as counts,
        is_carried_forward
    from find_standing_rows
    where is_first_post
),

count_mediators as (
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
    from judge_mediators
    where period is not null
    group by unit_code, district_code, period
),

-- 政府购买服务调解员 (人): 期末在册的由政府购买服务聘用的人民调解员；没有这一栏或读不出的另列
judge_purchased_mediators as (
    select
        unit_code,
        district_code,
        period,
        is_purchased as counts,
        is_carried_forward
    from find_standing_rows
    where is_first_post
),

count_purchased_mediators as (
    select
        'purchased_mediators' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_purchased_mediators
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_college_share
    union all
    select * from count_full_time_share
    union all
    select * from count_mediators
    union all
    select * from count_purchased_mediators
)

select * from gather_indicators
