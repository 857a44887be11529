-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

gather_indicators as (
    select * from {{ ref('int_indicator_disputes_found') }}
    union all
    select * from {{ ref('int_indicator_disputes_open') }}
    union all
    select * from {{ ref('int_indicator_disputes_overdue') }}
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
)

select * from gather_indicators
