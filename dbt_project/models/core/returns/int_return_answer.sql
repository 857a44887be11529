with

-- what goes back because nobody can tell its unit or its period answers no return that is owed
submissions as (
    select * from {{ ref('fct_submission') }}
    where unit_code is not null and period is not null
),

live_returns as (
    select * from {{ ref('int_return_live') }}
),

rank_notes as (
    select
        unit_code,
        ledger,
        period,
        note,
        row_number() over (partition by unit_code, ledger, period order by received_at desc, submission_key desc) as note_rank
    from submissions
    where note is not null
),

sum_up_submissions as (
    select
        unit_code,
        ledger,
        period,
        max(district_code) as district_code,
        min(case when is_accepted then received_on end) as first_accepted_on,
        max(case when standing = 'returned' then 1 else 0 end) = 1 as is_returned,
        array_sort(array_agg(distinct submission_id)) as submission_ids,
        sum(case when is_live then block_problem_count + explain_problem_count + hint_problem_count end) as live_problem_count,
        sum(case when standing = 'returned' then block_problem_count + explain_problem_count + hint_problem_count end) as returned_problem_count
    from submissions
    group by unit_code, ledger, period
),

put_together as (
    select
        sum_up_submissions.unit_code,
        sum_up_submissions.district_code,
        sum_up_submissions.ledger,
        sum_up_submissions.period,
        sum_up_submissions.first_accepted_on,
        sum_up_submissions.is_returned,
        coalesce(live_returns.is_nil, false) as is_nil,
        sum_up_submissions.submission_ids,
        cast(coalesce(sum_up_submissions.live_problem_count, sum_up_submissions.returned_problem_count) as bigint) as problem_count,
        rank_notes.note
    from sum_up_submissions
    left join live_returns
        on sum_up_submissions.unit_code = live_returns.unit_code
        and sum_up_submissions.ledger = live_returns.ledger
        and sum_up_submissions.period = live_returns.period
    left join rank_notes
        on sum_up_submissions.unit_code = rank_notes.unit_code
        and sum_up_submissions.ledger = rank_notes.ledger
        and sum_up_submissions.period = rank_notes.period
        and rank_notes.note_rank = 1
)

select * from put_together
