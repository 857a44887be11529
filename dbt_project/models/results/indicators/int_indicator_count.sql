-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

gather_indicators as (
    select * from {{ ref('int_indicator_amount_claimed') }}
    union all
    select * from {{ ref('int_indicator_cases_accepted') }}
    union all
    select * from {{ ref('int_indicator_cases_closed') }}
    union all
    select * from {{ ref('int_indicator_claims') }}
    union all
    select * from {{ ref('int_indicator_committees') }}
    union all
    select * from {{ ref('int_indicator_disputes_found') }}
    union all
    select * from {{ ref('int_indicator_disputes_open') }}
    union all
    select * from {{ ref('int_indicator_disputes_overdue') }}
    union all
    select * from {{ ref('int_indicator_full_time_share') }}
    union all
    select * from {{ ref('int_indicator_mediators') }}
    union all
    select * from {{ ref('int_indicator_on_time_rate') }}
    union all
    select * from {{ ref('int_indicator_planned_share') }}
    union all
    select * from {{ ref('int_indicator_resolved_rate') }}
    union all
    select * from {{ ref('int_indicator_responsible_named_share') }}
    union all
    select * from {{ ref('int_indicator_return_rate') }}
    union all
    select * from {{ ref('int_indicator_screening_rounds') }}
    union all
    select * from {{ ref('int_indicator_struck_off_rate') }}
    union all
    select * from {{ ref('int_indicator_success_rate_accepted') }}
    union all
    select * from {{ ref('int_indicator_success_rate_closed') }}
    union all
    select * from {{ ref('int_indicator_townships_screened') }}
    union all
    select * from {{ ref('int_indicator_written_agreement_share') }}
)

select * from gather_indicators
