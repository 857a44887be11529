with

mediators as (
    select * from {{ ref('dim_mediator') }}
    where is_first_post
),

rosters as (
    select * from {{ ref('int_roster_month') }}
    where ledger = 'mediator'
),

months as (
    select * from {{ ref('page_month') }}
),

units_within as (
    select * from {{ ref('int_unit_within') }}
),

code_items as (
    select * from {{ ref('code_item') }}
),

find_standing as (
    select
        mediators.unit_code,
        rosters.period,
        mediators.education_code,
        mediators.is_full_time,
        cast(substring(rosters.period, 1, 4) as bigint) * 12 + cast(substring(rosters.period, 6, 2) as bigint)
        - cast(substring(mediators.birth_month, 1, 4) as bigint) * 12 - cast(substring(mediators.birth_month, 6, 2) as bigint) as months_old
    from mediators
    inner join rosters
        on mediators.unit_code = rosters.unit_code
        and mediators.valid_from_on <= rosters.roster_from_on
        and {{ until('mediators.valid_to_on') }} >= rosters.roster_from_on
),

count_alike as (
    select
        unit_code,
        period,
        education_code,
        is_full_time,
        {{ int_div('months_old', '12') }} as age,
        count(*) as mediators
    from find_standing
    group by unit_code, period, education_code, is_full_time, {{ int_div('months_old', '12') }}
),

find_band as (
    select
        counts.unit_code,
        counts.period,
        bands.code as age_code,
        bands.title as age_title,
        counts.education_code,
        counts.is_full_time,
        counts.mediators
    from count_alike as counts
    left join code_items as bands
        on bands.code_list = 'mediator_age'
        and counts.age >= coalesce(bands.at_least, 0)
        and (bands.below is null or counts.age < bands.below)
),

add_up_to_units_above as (
    select
        units_within.within_code as unit_code,
        counts.period,
        counts.age_code,
        counts.age_title,
        counts.education_code,
        counts.is_full_time,
        cast(sum(counts.mediators) as bigint) as mediators
    from find_band as counts
    inner join units_within
        on counts.unit_code = units_within.unit_code
    group by units_within.within_code, counts.period, counts.age_code, counts.age_title, counts.education_code, counts.is_full_time
),

name_education as (
    select
        -- ids
        sums.unit_code,
        months.district_code,
        sums.period,

        -- what they have in common
        sums.age_code,
        sums.age_title,
        sums.education_code,
        educations.title as education_title,
        sums.is_full_time,

        -- how many
        sums.mediators
    from add_up_to_units_above as sums
    inner join months
        on sums.unit_code = months.unit_code
        and sums.period = months.period
    left join code_items as educations
        on educations.code_list = 'education'
        and sums.education_code = educations.code
)

select * from name_education
