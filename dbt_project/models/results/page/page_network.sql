with

figures as (
    select * from {{ ref('fct_indicator') }}
),

months as (
    select * from {{ ref('page_month') }}
),

take_shown_months as (
    select figures.*
    from figures
    inner join months
        on figures.unit_code = months.unit_code
        and figures.period = months.period
),

put_side_by_side as (
    select
        -- ids
        unit_code,
        district_code,
        period,

        -- organisations
        max(case when indicator = 'committees' then numerator end) as committees,
        max(case when indicator = 'industry_committees' then numerator end) as industry_committees,
        max(case when indicator = 'stationed_rooms' then numerator end) as stationed_rooms,
        max(case when indicator = 'studios' then numerator end) as studios,
        max(case when indicator = 'one_stop_coverage' then numerator end) as centres_built,
        max(case when indicator = 'one_stop_coverage' then denominator end) as centres_due,

        -- people
        max(case when indicator = 'mediators' then numerator end) as mediators,
        max(case when indicator = 'full_time_share' then numerator end) as full_time,
        max(case when indicator = 'full_time_share' then value end) as full_time_ratio,
        max(case when indicator = 'full_time_share' then distance_count end) as full_time_missing,

        -- coverage, of those of the three lists that are owed; one that comes as it comes makes up for none
        cast(sum(case when indicator in ('committees', 'mediators', 'one_stop_coverage') then returns_expected else 0 end) as bigint) as returns_expected,
        cast(sum(case when indicator in ('committees', 'mediators', 'one_stop_coverage') then least(returns_received, returns_expected) else 0 end) as bigint)
            as returns_received
    from take_shown_months
    group by unit_code, district_code, period
)

select * from put_side_by_side
