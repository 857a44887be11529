with

obligations as (
    select * from {{ source('run', 'obligation') }}
),

answers as (
    select * from {{ ref('int_return_answer') }}
),

live_returns as (
    select * from {{ ref('int_return_live') }}
),

live_readings as (
    select * from {{ source('run', 'live_reading') }}
),

stocks as (
    select * from {{ ref('ledger') }} where is_stock
),

find_content as (
    select distinct obligations.obligation_id
    from obligations
    inner join live_readings
        on obligations.ledger = live_readings.ledger
        and obligations.district_code = live_readings.district_code
        and obligations.period = live_readings.period
        and array_contains(live_readings.townships, obligations.unit_code)
    where obligations.depth = 'content'
),

find_last_return as (
    select
        obligations.obligation_id,
        max(live_returns.period) as period
    from obligations
    inner join stocks
        on obligations.ledger = stocks.ledger
    inner join live_returns
        on obligations.unit_code = live_returns.unit_code
        and obligations.ledger = live_returns.ledger
        and obligations.period_from > live_returns.period_to
    where obligations.depth = 'file'
    group by obligations.obligation_id
),

match_with_answers as (
    select
        obligations.*,
        answers.submission_ids,
        answers.problem_count,
        answers.note,
        coalesce(answers.is_nil, false) as is_nil,
        coalesce(answers.is_returned, false) as is_returned,
        -- a township is answered by a row of its own, or by its office's nil return
        case when obligations.depth = 'file' or answers.is_nil or find_content.obligation_id is not null then answers.first_accepted_on end as first_accepted_on,
        answers.first_accepted_on is not null as is_office_received,
        find_last_return.period as last_period
    from obligations
    left join answers
        on obligations.ledger = answers.ledger
        and obligations.period = answers.period
        and answers.unit_code = case when obligations.depth = 'file' then obligations.unit_code else obligations.district_code end
    left join find_content
        on obligations.obligation_id = find_content.obligation_id
    left join find_last_return
        on obligations.obligation_id = find_last_return.obligation_id
),

derive_state as (
    select
        *,
        due_on < {{ today() }} as is_due,
        case
            when is_exempt then 'exempt'
            when first_accepted_on > due_on then 'late'
            when first_accepted_on is not null and is_nil then 'nil'
            when first_accepted_on is not null then 'filed'
            when is_returned then 'returned'
            when due_on < {{ today() }} then 'missing'
            else 'not_due'
        end as state
    from match_with_answers
),

name_columns as (
    select
        -- ids
        obligation_id as return_key,
        depth,
        unit_code,
        district_code,
        ledger,
        period,
        submission_ids,

        -- state
        state,
        is_due,
        state in ('filed', 'nil', 'late') as is_received,
        is_office_received,
        case when first_accepted_on is null then last_period end as carried_from,
        problem_count as problems,

        -- words
        note,
        exempt_reason,
        due_note,

        -- dates
        period_from,
        period_to,
        due_on,
        first_accepted_on
    from derive_state
)

select * from name_columns
