-- Rendered from catalog/rules by `fengqiao render`. Edit the declaration, not this file.
with

gather_violations as (
    select * from {{ ref('int_violation_claim_closed_before_accepted') }}
    union all
    select * from {{ ref('int_violation_claim_without_case') }}
    union all
    select * from {{ ref('int_violation_mediator_not_on_roster') }}
    union all
    select * from {{ ref('int_violation_open_dispute_disappeared') }}
    union all
    select * from {{ ref('int_violation_roster_counts_differ') }}
),

name_violations as (
    select
        rule_id || '@' || fact_key || '@' || period || coalesce('@' || field, '') as violation_key,
        *
    from gather_violations
)

select * from name_violations
