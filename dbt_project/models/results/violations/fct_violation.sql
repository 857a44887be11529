-- Rendered from catalog/rules by `fengqiao render`. Edit the declaration, not this file.
with

gather_violations as (
    select * from {{ ref('int_violation_open_dispute_disappeared') }}
),

name_violations as (
    select
        rule_id || '@' || fact_key || '@' || period || coalesce('@' || field, '') as violation_key,
        *
    from gather_violations
)

select * from name_violations
