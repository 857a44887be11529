with

records as (
    select * from {{ ref('stg_committee') }}
    where not is_blocked and basis = 'period'
),

submissions as (
    select distinct submission_id, received_at from {{ ref('fct_submission') }}
),

rosters as (
    select * from {{ ref('int_roster') }} where ledger = 'committee'
),

kinds as (
    select * from {{ ref('code_item') }} where code_list = 'org_kind'
),

-- a roster in several files names a committee once
rank_statements as (
    select
        records.*,
        rosters.roster_number,
        rosters.valid_from_on,
        row_number() over (
            partition by records.unit_code, records.period, records.record_key
            order by submissions.received_at nulls last, records.submission_id, records.source_row, records.row_key
        ) as statement
    from records
    inner join rosters
        on records.unit_code = rosters.unit_code
        and records.period = rosters.period
    left join submissions
        on records.submission_id = submissions.submission_id
),

-- rosters in a row that state the same belong to one stay
number_stays as (
    select
        *,
        roster_number - row_number() over (
            partition by unit_code, record_key, name, kind_code, industry_text, township_code, head, founded_on, full_time_count, part_time_count, member_count
            order by roster_number
        ) as stay
    from rank_statements
    where statement = 1
),

form_versions as (
    select
        unit_code,
        district_code,
        record_key,
        name,
        kind_code,
        industry_text,
        township_code,
        head,
        founded_on,
        full_time_count,
        part_time_count,
        member_count,
        min(valid_from_on) as valid_from_on,
        max(roster_number) as last_number,
        max_by(submission_id, roster_number) as submission_id,
        max_by(source_sheet, roster_number) as source_sheet,
        max_by(source_row, roster_number) as source_row
    from number_stays
    group by
        unit_code, district_code, record_key, stay,
        name, kind_code, industry_text, township_code, head, founded_on, full_time_count, part_time_count, member_count
),

put_together as (
    select
        -- ids
        versions.record_key || '@' || versions.unit_code || '@' || cast(versions.valid_from_on as string) as committee_version_key,
        versions.record_key as committee_key,
        versions.unit_code,
        versions.district_code,
        rosters.period as roster_period,
        versions.submission_id,
        versions.source_sheet,
        versions.source_row,

        -- what it is
        versions.name,
        versions.kind_code,
        kinds.is_committee,
        versions.industry_text,
        versions.township_code,
        versions.head,

        -- numbers, as it states them
        versions.full_time_count,
        versions.part_time_count,
        versions.member_count,

        -- dates
        versions.founded_on,
        versions.valid_from_on,
        rosters.valid_to_on
    from form_versions as versions
    inner join rosters
        on versions.unit_code = rosters.unit_code
        and versions.last_number = rosters.roster_number
    left join kinds
        on versions.kind_code = kinds.code
)

select * from put_together
