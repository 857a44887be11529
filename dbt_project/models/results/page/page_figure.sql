with

items as (
    select * from {{ ref('page_item') }}
),

indicators as (
    select * from {{ ref('indicator') }}
),

figures as (
    select * from {{ ref('fct_indicator') }}
),

units as (
    select * from {{ ref('page_unit') }}
),

months as (
    select * from {{ ref('page_month') }}
),

take_what_is_shown as (
    select
        figures.*,
        items.page,
        items.place,
        items.adds_up,
        items.is_ranked,
        items.good_from,
        items.watch_from,
        items.ranked_from_ratio,
        indicators.is_ratio,
        indicators.is_money,
        indicators.better,
        units.is_city,
        figures.returns_expected - figures.returns_received as returns_missing,
        months.period as shown_period
    from figures
    inner join items
        on figures.indicator = items.indicator
    inner join indicators
        on figures.indicator = indicators.indicator
    inner join units
        on figures.unit_code = units.unit_code
    inner join months
        on figures.unit_code = months.unit_code
        and figures.period = case when indicators.per = 'year' then substring(months.period, 1, 4) else months.period end
),

-- only a year whose month before is known too is compared: a month that nobody filed is no base
find_bases as (
    select
        shown.*,
        year_ago.value as year_ago_value,
        month_ago.value as month_ago_value
    from take_what_is_shown as shown
    left join figures as year_ago
        on shown.indicator = year_ago.indicator
        and shown.unit_code = year_ago.unit_code
        and year_ago.period_from = cast(shown.period_from - interval 1 year as date)
    left join figures as month_ago
        on shown.indicator = month_ago.indicator
        and shown.unit_code = month_ago.unit_code
        and month_ago.period_from = cast(shown.period_from - interval 1 month as date)
),

add_up_the_year as (
    select
        shown.indicator,
        shown.unit_code,
        shown.shown_period,
        cast(sum(earlier.numerator) as bigint) as year_numerator,
        cast(sum(earlier.denominator) as bigint) as year_denominator
    from take_what_is_shown as shown
    inner join figures as earlier
        on shown.indicator = earlier.indicator
        and shown.unit_code = earlier.unit_code
        and earlier.period <= shown.shown_period
        and substring(earlier.period, 1, 4) = substring(shown.shown_period, 1, 4)
    where shown.adds_up
    group by shown.indicator, shown.unit_code, shown.shown_period
),

compare as (
    select
        find_bases.*,
        cast(case when is_ratio then value - year_ago_value end as decimal(18, 6)) as year_ago_difference_ratio,
        cast(case when is_ratio then value - month_ago_value end as decimal(18, 6)) as month_ago_difference_ratio,
        case when not is_ratio then {{ ratio('cast(100 * (value - year_ago_value) as bigint)', 'cast(100 * nullif(year_ago_value, 0) as bigint)') }} end as year_ago_growth_ratio,
        case when not is_ratio then {{ ratio('cast(100 * (value - month_ago_value) as bigint)', 'cast(100 * nullif(month_ago_value, 0) as bigint)') }} end as month_ago_growth_ratio,
        case
            when is_ratio then {{ ratio('year_numerator', 'year_denominator') }}
            when is_money then {{ hundredths('year_numerator') }}
            else cast(year_numerator as decimal(18, 6))
        end as year_to_date_value,
        case
            when value is null or good_from is null then 'none'
            when (better = 'less' and value <= good_from) or (better = 'more' and value >= good_from) then 'good'
            when (better = 'less' and value <= watch_from) or (better = 'more' and value >= watch_from) then 'watch'
            else 'warn'
        end as lamp,
        case when is_ranked and not is_city and value is not null and returns_received >= ranked_from_ratio * returns_expected then case when better = 'less' then value else -value end end as rank_by
    from find_bases
    left join add_up_the_year
        using (indicator, unit_code, shown_period)
),

rank_units as (
    select
        *,
        case when rank_by is not null then rank() over (partition by indicator, shown_period order by case when rank_by is null then 1 else 0 end, rank_by) end as rank_number
    from compare
),

name_columns as (
    select
        -- ids
        indicator,
        unit_code,
        district_code,
        shown_period as period,
        page,
        place,

        -- figure
        numerator,
        denominator,
        value,
        is_ratio,
        is_money,

        -- beside it
        year_ago_value,
        year_ago_difference_ratio,
        year_ago_growth_ratio,
        month_ago_value,
        month_ago_difference_ratio,
        month_ago_growth_ratio,
        year_to_date_value,
        target_ratio,
        target_on,
        distance_count,
        lamp,
        rank_number,

        -- coverage
        returns_expected,
        returns_received,
        returns_missing,
        unreadable,
        blocked,
        carried_forward
    from rank_units
)

select * from name_columns
