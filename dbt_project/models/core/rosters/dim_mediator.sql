with

records as (
    select * from {{ ref('stg_mediator') }}
    where not is_blocked and basis = 'period'
),

submissions as (
    select distinct submission_id, received_at from {{ ref('fct_submission') }}
),

rosters as (
    select * from {{ ref('int_roster') }} where ledger = 'mediator'
),

-- a roster in several files names a mediator of a committee once
rank_statements as (
    select
        records.*,
        rosters.roster_number,
        rosters.valid_from_on,
        row_number() over (
            partition by records.unit_code, records.period, records.record_key, records.committee_text
            order by submissions.received_at nulls last, records.submission_id, records.source_row, records.row_key
        ) as statement
    from records
    inner join rosters
        on records.unit_code = rosters.unit_code
        and records.period = rosters.period
    left join submissions
        on records.submission_id = submissions.submission_id
),

-- somebody with several posts is one mediator; the full-time post stands for all
rank_posts as (
    select
        *,
        row_number() over (
            partition by unit_code, period, record_key
            order by case when is_part_time then 1 when not is_part_time then 0 end nulls last, source_row, row_key
        ) = 1 as is_first_post
    from rank_statements
    where statement = 1
),

-- rosters in a row that state the same belong to one stay
number_stays as (
    select
        *,
        roster_number - row_number() over (
            partition by unit_code, record_key, name, birth_month, committee_text, post_text, grade_text, education_code, is_part_time, is_purchased, is_bilingual,
                started_on, is_first_post
            order by roster_number
        ) as stay
    from rank_posts
),

form_versions as (
    select
        unit_code,
        district_code,
        record_key,
        name,
        birth_month,
        committee_text,
        post_text,
        grade_text,
        education_code,
        is_part_time,
        is_purchased,
        is_bilingual,
        started_on,
        is_first_post,
        min(valid_from_on) as valid_from_on,
        max(roster_number) as last_number,
        max_by(submission_id, roster_number) as submission_id,
        max_by(source_sheet, roster_number) as source_sheet,
        max_by(source_row, roster_number) as source_row
    from number_stays
    group by
        unit_code, district_code, record_key, stay,
        name, birth_month, committee_text, post_text, grade_text, education_code, is_part_time, is_purchased, is_bilingual, started_on, is_first_post
),

put_together as (
    select
        -- ids
        md5(concat_ws('@', versions.record_key, versions.unit_code, coalesce(versions.committee_text, ''), cast(versions.valid_from_on as string)))
            as mediator_version_key,
        versions.record_key as mediator_key,
        versions.unit_code,
        versions.district_code,
        rosters.period as roster_period,
        versions.submission_id,
        versions.source_sheet,
        versions.source_row,

        -- who
        versions.name,
        versions.birth_month,
        versions.committee_text,
        versions.post_text,
        versions.grade_text,
        versions.education_code,

        -- flags; null where it cannot be read
        not versions.is_part_time as is_full_time,
        versions.is_purchased,
        versions.is_bilingual,
        versions.is_first_post,

        -- dates
        versions.started_on,
        versions.valid_from_on,
        rosters.valid_to_on
    from form_versions as versions
    inner join rosters
        on versions.unit_code = rosters.unit_code
        and versions.last_number = rosters.roster_number
)

select * from put_together
