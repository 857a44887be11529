-- Rendered from catalog/indicators/claims.yml by `fengqiao render`. Edit the declaration, not this file.
-- 以案定补申报 (件): 本期申报以案定补的件数；案件台账里找不到案件等违反规则而不计的另列
with

facts as (
    select * from {{ ref('fct_subsidy_claim') }}
),

blocking_violations as (
    select distinct fact_key from {{ ref('fct_violation') }}
    where fact = 'fct_subsidy_claim' and severity = 'block'
),

judge_facts as (
    select
        unit_code,
        district_code,
        period,
        case when fact_key is null then true end as counts,
        fact_key is not null as is_blocked,
        false as is_carried_forward
    from facts
    left join blocking_violations
        on claim_key = fact_key
),

count_by_unit as (
    select
        'claims' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) filter (where counts is null and not is_blocked) as unreadable,
        count(*) filter (where is_blocked) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_facts
    group by unit_code, district_code, period
)

select * from count_by_unit
