with

days as (
    {{ days("cast('" ~ var('first_day') ~ "' as date)", "last_day(" ~ today() ~ ")") }}
),

phases as (
    select * from {{ ref('campaign_phase') }}
),

count_parts as (
    select
        date_on,
        year(date_on) as year,
        quarter(date_on) as quarter,
        month(date_on) as month
    from days
),

name_periods as (
    select
        date_on,
        cast(year as string) as year_code,
        cast(year as string) || '-Q' || cast(quarter as string) as quarter_code,
        cast(year as string) || '-' || lpad(cast(month as string), 2, '0') as month_code,
        last_day(date_on) as month_end_on,
        date_on = last_day(date_on) as is_month_end
    from count_parts
),

place_in_campaign as (
    select
        name_periods.*,
        phases.phase as campaign_phase
    from name_periods
    left join phases
        on name_periods.date_on between phases.first_on and phases.last_on
)

select * from place_in_campaign
