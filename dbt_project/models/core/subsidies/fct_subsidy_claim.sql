with

records as (
    select * from {{ ref('stg_subsidy_claim') }}
    where not is_blocked and basis = 'period'
),

submissions as (
    select distinct submission_id, received_at from {{ ref('fct_submission') }}
),

cases as (
    select * from {{ ref('fct_mediation_case') }}
),

rank_deliveries as (
    select
        records.*,
        submissions.received_at,
        dense_rank() over (
            partition by records.district_code, records.period, records.record_key
            order by submissions.received_at nulls last, records.submission_id
        ) as delivery_rank
    from records
    left join submissions
        on records.submission_id = submissions.submission_id
),

-- a file that adds to a live one repeats claims of it; rows of one file are never merged
tell_namesakes_apart as (
    select
        *,
        row_number() over (partition by district_code, period, record_key order by source_row, row_key) as namesake
    from rank_deliveries
    where delivery_rank = 1
),

find_by_number as (
    select claims.row_key, cases.case_key, 1 as strength
    from tell_namesakes_apart as claims
    inner join cases
        on claims.district_code = cases.district_code
        and claims.case_no = cases.case_no
    union all
    select claims.row_key, cases.case_key, 2 as strength
    from tell_namesakes_apart as claims
    inner join cases
        on claims.district_code = cases.district_code
        and claims.case_no = cases.case_code
),

-- a number that either side lacks does not tell the two apart; two numbers that differ do
find_by_parties as (
    select claims.row_key, cases.case_key, 3 as strength
    from tell_namesakes_apart as claims
    inner join cases
        on claims.district_code = cases.district_code
        and claims.parties_hash = cases.parties_hash
    where claims.case_no is null or cases.case_no is null
),

gather_cases as (
    select * from find_by_number
    union all
    select * from find_by_parties
),

rank_cases as (
    select
        row_key,
        case_key,
        row_number() over (partition by row_key order by strength, case_key) as choice
    from gather_cases
),

put_together as (
    select
        -- ids
        claims.record_key || '@' || claims.period || case when claims.namesake > 1 then '-' || cast(claims.namesake as string) else '' end as claim_key,
        claims.record_key,
        rank_cases.case_key,
        claims.unit_code,
        claims.district_code,
        claims.period,
        claims.submission_id,
        claims.source_sheet,
        claims.source_row,
        claims.case_no,

        -- who
        claims.committee_text,
        claims.mediator,

        -- what for
        claims.dispute_type_code,
        claims.agreement_form_code,
        claims.performance_code,
        claims.declared_difficulty_code,
        claims.reviewed_difficulty_code,

        -- money
        claims.rate_fen,
        claims.declared_fen,
        claims.reviewed_fen,
        coalesce(claims.declared_fen, claims.rate_fen) as claimed_fen,

        -- dates
        claims.accepted_on,
        claims.closed_on,
        claims.period_from,
        claims.period_to
    from tell_namesakes_apart as claims
    left join rank_cases
        on claims.row_key = rank_cases.row_key
        and rank_cases.choice = 1
)

select * from put_together
