-- Rendered from catalog/rules/open_dispute_disappeared.yml by `fengqiao render`. Edit the declaration, not this file.
-- 未办结纠纷下期不见 (explain): 这件纠纷上期台账里还没有办结，本期台账里没有了
with

facts as (
    select * from {{ ref('fct_dispute') }}
),

months as (
    select * from {{ ref('fct_dispute_month') }}
),

returns as (
    select * from {{ ref('int_return_live') }}
),

find_offenders as (
    select
        facts.dispute_key,
        facts.unit_code,
        facts.district_code,
        facts.gone_period as period,
        returns.period_from as since_on,
        months.submission_id,
        months.source_sheet,
        months.source_row,
        facts.last_period,
        months.state_code,
        months.result_code
    from facts
    inner join months
        on facts.dispute_key = months.dispute_key
        and facts.last_period = months.period
    inner join returns
        on facts.unit_code = returns.unit_code
        and facts.gone_period = returns.period
        and returns.ledger = 'dispute'
    -- a return that is missing in between may say how it ended: nothing is told before it has come
    inner join returns as last_returns
        on facts.unit_code = last_returns.unit_code
        and facts.last_period = last_returns.period
        and last_returns.ledger = 'dispute'
        and returns.period_from = cast(last_returns.period_to + interval 1 day as date)
    -- one that a later entry may go on from waits for a person's decision
    left join facts as offered
        on facts.dispute_key = offered.doubtful_match_key
    where offered.dispute_key is null
),

describe_violations as (
    select
        -- ids
        'open_dispute_disappeared' as rule_id,
        'fct_dispute' as fact,
        dispute_key as fact_key,
        'dispute' as ledger,
        unit_code,
        district_code,
        period,

        -- where it is put right
        submission_id,
        source_sheet,
        source_row,
        cast(null as string) as field,

        -- by what it offends
        'explain' as severity,
        'last_period=' || coalesce(cast(last_period as string), '') || '; state_code=' || coalesce(cast(state_code as string), '') || '; result_code=' || coalesce(cast(result_code as string), '') as offending_values,
        md5('last_period=' || coalesce(cast(last_period as string), '') || '; state_code=' || coalesce(cast(state_code as string), '') || '; result_code=' || coalesce(cast(result_code as string), '')) as value_hash,

        -- dates
        since_on
    from find_offenders
    where since_on >= cast('2023-04-01' as date)
)

select * from describe_violations
