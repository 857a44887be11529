-- Rendered from catalog/rules/roster_counts_differ.yml by `fengqiao render`. Edit the declaration, not this file.
-- 调解员人数与花名册不符 (explain): 组织名册写的专职或兼职人数，与同期花名册里这个组织的人数不一样
with

facts as (
    select * from {{ ref('dim_committee') }}
),

rosters as (
    select * from {{ ref('int_roster') }}
),

mediators as (
    select * from {{ ref('dim_mediator') }}
),

count_listed as (
    select
        facts.committee_version_key,
        rosters.valid_from_on as since_on,
        count(*) filter (where mediators.is_full_time) as full_time_listed,
        count(*) filter (where not mediators.is_full_time) as part_time_listed,
        count(mediators.mediator_key) - count(mediators.is_full_time) as undecided_count
    from facts
    -- whoever has not filed both rosters of that period cannot be told that they differ
    inner join rosters
        on facts.unit_code = rosters.unit_code
        and facts.roster_period = rosters.period
        and rosters.ledger = 'mediator'
    left join mediators
        on facts.unit_code = mediators.unit_code
        and facts.name = mediators.committee_text
        and rosters.valid_from_on between mediators.valid_from_on and {{ until('mediators.valid_to_on') }}
    group by facts.committee_version_key, rosters.valid_from_on
),

set_side_by_side as (
    select facts.*, listed.since_on, listed.undecided_count, 'full_time_count' as field, full_time_count as stated_count, full_time_listed as listed_count
    from facts
    inner join count_listed as listed
        on facts.committee_version_key = listed.committee_version_key
    union all
    select facts.*, listed.since_on, listed.undecided_count, 'part_time_count' as field, part_time_count as stated_count, part_time_listed as listed_count
    from facts
    inner join count_listed as listed
        on facts.committee_version_key = listed.committee_version_key
),

find_offenders as (
    select
        committee_version_key,
        unit_code,
        district_code,
        roster_period as period,
        since_on,
        submission_id,
        source_sheet,
        source_row,
        field,
        stated_count,
        listed_count,
        undecided_count
    from set_side_by_side
    -- somebody of whom the roster does not say which may be either
    where stated_count < listed_count or stated_count > listed_count + undecided_count
),

describe_violations as (
    select
        -- ids
        'roster_counts_differ' as rule_id,
        'dim_committee' as fact,
        committee_version_key as fact_key,
        'committee' as ledger,
        unit_code,
        district_code,
        period,

        -- where it is put right
        submission_id,
        source_sheet,
        source_row,
        field,

        -- by what it offends
        'explain' as severity,
        'stated_count=' || coalesce(cast(stated_count as string), '') || '; listed_count=' || coalesce(cast(listed_count as string), '') || '; undecided_count=' || coalesce(cast(undecided_count as string), '') as offending_values,
        md5('stated_count=' || coalesce(cast(stated_count as string), '') || '; listed_count=' || coalesce(cast(listed_count as string), '') || '; undecided_count=' || coalesce(cast(undecided_count as string), '')) as value_hash,

        -- dates
        since_on
    from find_offenders
    where since_on >= cast('2023-04-01' as date)
)

select * from describe_violations
