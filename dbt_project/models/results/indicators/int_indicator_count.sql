-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

gather_indicators as (
    select * from {{ ref('int_indicator_dim_committee') }}
    union all
    select * from {{ ref('int_indicator_dim_mediator') }}
    union all
    select * from {{ ref('int_indicator_fct_commendation') }}
    union all
    select * from {{ ref('int_indicator_fct_dispute') }}
    union all
    select * from {{ ref('int_indicator_fct_dispute_month') }}
    union all
    select * from {{ ref('int_indicator_fct_follow_up') }}
    union all
    select * from {{ ref('int_indicator_fct_fund_budget') }}
    union all
    select * from {{ ref('int_indicator_fct_fund_payment') }}
    union all
    select * from {{ ref('int_indicator_fct_handover') }}
    union all
    select * from {{ ref('int_indicator_fct_lead') }}
    union all
    select * from {{ ref('int_indicator_fct_major_risk') }}
    union all
    select * from {{ ref('int_indicator_fct_mediation_case') }}
    union all
    select * from {{ ref('int_indicator_fct_one_stop_due') }}
    union all
    select * from {{ ref('int_indicator_fct_online_service') }}
    union all
    select * from {{ ref('int_indicator_fct_publicity') }}
    union all
    select * from {{ ref('int_indicator_fct_return') }}
    union all
    select * from {{ ref('int_indicator_fct_screening_round') }}
    union all
    select * from {{ ref('int_indicator_fct_service_purchase') }}
    union all
    select * from {{ ref('int_indicator_fct_subsidy_claim') }}
    union all
    select * from {{ ref('int_indicator_fct_subsidy_payment') }}
    union all
    select * from {{ ref('int_indicator_fct_training') }}
)

select * from gather_indicators
