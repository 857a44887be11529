with

records as (
    select * from {{ ref('int_mediation_case_record') }}
),

pairs as (
    select * from {{ ref('int_mediation_case_pair') }}
),

link_both_ways as (
    select place, earlier_place as linked_place from pairs
    union all
    select earlier_place as place, place as linked_place from pairs
),

reach_linked_rows as (
    {{ reach('link_both_ways') }}
),

find_first_places as (
    select place, min(reached_place) as first_place
    from reach_linked_rows
    group by place
),

gather_rows_of_case as (
    select
        records.*,
        coalesce(find_first_places.first_place, records.place) as case_place
    from records
    left join find_first_places
        on records.place = find_first_places.place
),

take_last_word as (
    select
        case_place,
        count(*) as row_count,
        min(case when is_closed then period end) as closed_period,
        {{ last_stated('case_no') }},
        {{ last_stated('case_code') }},
        {{ last_stated('township_code') }},
        {{ last_stated('committee_text') }},
        {{ last_stated('studio_text') }},
        {{ last_stated('mediator') }},
        {{ last_stated('parties_hash') }},
        {{ last_stated('dispute_type_code') }},
        {{ last_stated('form_type_code') }},
        {{ last_stated('case_source_code') }},
        {{ last_stated('form_source_code') }},
        {{ last_stated('difficulty_code') }},
        {{ last_stated('result_code') }},
        {{ last_stated('is_closed') }},
        {{ last_stated('is_succeeded') }},
        {{ last_stated('agreement_form_code') }},
        {{ last_stated('is_written') }},
        {{ last_stated('agreement_fen') }},
        {{ last_stated('performance_code') }},
        {{ last_stated('is_performed') }},
        {{ last_stated('is_confirmed') }},
        {{ last_stated('is_followed_up') }},
        {{ last_stated('is_satisfied') }},
        {{ last_stated('people_count') }},
        {{ last_stated('amount_fen') }},
        {{ last_stated('occurred_on') }},
        {{ last_stated('accepted_on') }},
        {{ last_stated('mediated_on') }},
        {{ last_stated('agreed_on') }},
        {{ last_stated('closed_on') }},
        {{ last_stated('followed_up_on') }}
    from gather_rows_of_case
    group by case_place
),

tell_namesakes_apart as (
    select
        records.*,
        row_number() over (partition by records.district_code, records.record_key order by records.place) as namesake
    from records
    inner join take_last_word
        on records.place = take_last_word.case_place
),

put_together as (
    select
        -- ids
        first_rows.record_key || case when first_rows.namesake > 1 then '-' || cast(first_rows.namesake as string) else '' end as case_key,
        first_rows.unit_code,
        first_rows.district_code,
        first_rows.period,
        first_rows.submission_id,
        first_rows.source_sheet,
        first_rows.source_row,
        cases.row_count,
        cases.case_no,
        cases.case_code,

        -- who and where
        cases.township_code,
        cases.committee_text,
        cases.studio_text,
        cases.mediator,
        cases.parties_hash,

        -- type and source
        cases.dispute_type_code,
        cases.form_type_code,
        cases.case_source_code,
        cases.form_source_code,
        cases.difficulty_code,

        -- result
        cases.result_code,
        cases.is_closed,
        cases.is_succeeded,
        case when cases.is_closed then cases.closed_period else first_rows.period end as outcome_period,

        -- agreement and what became of it
        cases.agreement_form_code,
        cases.is_written,
        cases.agreement_fen,
        cases.performance_code,
        cases.is_performed,
        cases.is_confirmed,
        cases.is_followed_up,
        cases.is_satisfied,

        -- numbers
        cases.people_count,
        cases.amount_fen,

        -- dates
        first_rows.period_from,
        first_rows.period_to,
        cases.occurred_on,
        cases.accepted_on,
        cases.mediated_on,
        cases.agreed_on,
        cases.closed_on,
        cases.followed_up_on
    from tell_namesakes_apart as first_rows
    inner join take_last_word as cases
        on first_rows.place = cases.case_place
)

select * from put_together
