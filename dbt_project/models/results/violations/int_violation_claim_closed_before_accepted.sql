-- Rendered from catalog/rules/claim_closed_before_accepted.yml by `fengqiao render`. Edit the declaration, not this file.
-- 申报的结案早于受理 (block): 申报的结案日期早于案件台账里这件案件的受理日期
with

facts as (
    select * from {{ ref('fct_subsidy_claim') }}
),

cases as (
    select * from {{ ref('fct_mediation_case') }}
),

find_offenders as (
    select
        facts.claim_key,
        facts.unit_code,
        facts.district_code,
        facts.period,
        facts.period_from as since_on,
        facts.submission_id,
        facts.source_sheet,
        facts.source_row,
        facts.closed_on,
        cases.accepted_on
    from facts
    inner join cases
        on facts.case_key = cases.case_key
    where facts.closed_on < cases.accepted_on
),

describe_violations as (
    select
        -- ids
        'claim_closed_before_accepted' as rule_id,
        'fct_subsidy_claim' as fact,
        claim_key as fact_key,
        'subsidy_claim' as ledger,
        unit_code,
        district_code,
        period,

        -- where it is put right
        submission_id,
        source_sheet,
        source_row,
        'closed_on' as field,

        -- by what it offends
        'block' as severity,
        'closed_on=' || coalesce(cast(closed_on as string), '') || '; accepted_on=' || coalesce(cast(accepted_on as string), '') as offending_values,
        md5('closed_on=' || coalesce(cast(closed_on as string), '') || '; accepted_on=' || coalesce(cast(accepted_on as string), '')) as value_hash,

        -- dates
        since_on
    from find_offenders
    where since_on >= cast('2023-04-01' as date)
)

select * from describe_violations
