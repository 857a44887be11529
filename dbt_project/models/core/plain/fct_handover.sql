-- Rendered from catalog/ledgers/handover.yml by `fengqiao render`. Edit the declaration, not this file.
-- 矛盾纠纷交办、委托移送登记簿
with

records as (
    select * from {{ ref('stg_handover') }}
    where not is_blocked and basis = 'period'
),

submissions as (
    select distinct submission_id, received_at from {{ ref('fct_submission') }}
),

rank_deliveries as (
    select
        records.*,
        dense_rank() over (
            partition by records.district_code, records.period, records.record_key
            order by submissions.received_at nulls last, records.submission_id
        ) as delivery_rank
    from records
    left join submissions
        on records.submission_id = submissions.submission_id
),

-- a file that adds to a live one repeats records of it; rows of one file are never merged
tell_namesakes_apart as (
    select
        *,
        row_number() over (partition by district_code, period, record_key order by source_row, row_key) as namesake
    from rank_deliveries
    where delivery_rank = 1
),

name_rows as (
    select
        -- ids
        record_key || '@' || period || case when namesake > 1 then '-' || cast(namesake as string) else '' end as handover_key,
        record_key,
        unit_code,
        district_code,
        period,
        submission_id,
        source_sheet,
        source_row,

        -- what was filed
        handover_no,
        document_text,
        document_code,
        sender_text,
        receiver_text,
        sent_on,
        received_on,
        feedback_on,
        is_accepted,
        deadline_on,

        -- state
        row_number() over (partition by district_code, record_key, namesake order by period_to desc, period desc) = 1 as is_last_told,

        -- dates
        period_from,
        period_to
    from tell_namesakes_apart
)

select * from name_rows
