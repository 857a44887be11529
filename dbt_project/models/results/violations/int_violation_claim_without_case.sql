-- Rendered from catalog/rules/claim_without_case.yml by `fengqiao render`. Edit the declaration, not this file.
-- 申报补助的案件不在案件台账 (block): 申报的案件在本地调解案件台账里找不到
with

facts as (
    select * from {{ ref('fct_subsidy_claim') }}
),

returns as (
    select * from {{ ref('int_return_live') }}
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
        facts.case_no
    from facts
    -- whoever has not filed the cases of that month cannot be told that one of them is missing
    inner join returns
        on facts.unit_code = returns.unit_code
        and returns.ledger = 'mediation_case'
        and coalesce(facts.accepted_on, facts.period_from) between returns.period_from and returns.period_to
    where facts.case_key is null
),

describe_violations as (
    select
        -- ids
        'claim_without_case' as rule_id,
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
        'case_no' as field,

        -- by what it offends
        'block' as severity,
        'case_no=' || coalesce(cast(case_no as string), '') as offending_values,
        md5('case_no=' || coalesce(cast(case_no as string), '')) as value_hash,

        -- dates
        since_on
    from find_offenders
    where since_on >= cast('2023-04-01' as date)
)

select * from describe_violations
