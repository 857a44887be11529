-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

gather_indicators as (
    select * from {{ ref('int_indicator_dim_committee') }}
    union all
    select * from {{ ref('int_indicator_dim_mediator') }}
    union all
    select * from {{ ref('int_indicator_fct_dispute') }}
    union all
    select * from {{ ref('int_indicator_fct_dispute_month') }}
    union all
    select * from {{ ref('int_indicator_fct_mediation_case') }}
    union all
    select * from {{ ref('int_indicator_fct_return') }}
    union all
    select * from {{ ref('int_indicator_fct_screening_round') }}
    union all
    select * from {{ ref('int_indicator_fct_subsidy_claim') }}
)

select * from gather_indicators
