with

coverage as (
    select * from {{ ref('int_indicator_coverage') }}
),

counts as (
    select * from {{ ref('int_indicator_count') }}
),

units_within as (
    select * from {{ ref('int_unit_within') }}
),

add_up_to_units_above as (
    select
        counts.indicator,
        units_within.within_code as unit_code,
        counts.period,
        cast(sum(counts.counted) as bigint) as counted,
        cast(sum(counts.readable) as bigint) as readable,
        cast(sum(counts.unreadable) as bigint) as unreadable,
        cast(sum(counts.blocked) as bigint) as blocked,
        cast(sum(counts.carried_forward) as bigint) as carried_forward
    from counts
    inner join units_within
        on counts.unit_code = units_within.unit_code
    group by counts.indicator, units_within.within_code, counts.period
),

spread_over_months as (
    select
        coverage.*,
        coalesce(sums.counted, 0) as counted,
        coalesce(sums.readable, 0) as readable,
        coalesce(sums.unreadable, 0) as unreadable,
        coalesce(sums.blocked, 0) as blocked,
        coalesce(sums.carried_forward, 0) as carried_forward
    from coverage
    left join add_up_to_units_above as sums
        on coverage.indicator = sums.indicator
        and coverage.unit_code = sums.unit_code
        and coverage.period = sums.period
),

-- zero is known only where something could be read, or where returns came and had nothing to count in them
tell_zero_from_missing as (
    select
        *,
        readable > 0 or (unreadable + blocked = 0 and returns_received > 0) as is_known
    from spread_over_months
),

take_numerator_and_denominator as (
    select
        *,
        case when is_known then counted end as numerator,
        case when is_ratio and (is_known or unreadable + blocked > 0) then readable end as denominator
    from tell_zero_from_missing
),

work_out_value as (
    select
        *,
        case
            when is_ratio then {{ ratio('numerator', 'denominator') }}
            when is_money then {{ hundredths('numerator') }}
            else cast(numerator as decimal(18, 6))
        end as value
    from take_numerator_and_denominator
),

-- the first of these that holds: what was not filed cannot be unreadable
say_why_there_is_none as (
    select
        *,
        case
            when value is not null then null
            when returns_received = 0 and returns_expected > 0 then 'not_filed'
            when returns_received = 0 then 'not_owed'
            when unreadable > 0 then 'unreadable'
            when blocked > 0 then 'blocked'
            else 'nothing_to_divide'
        end as absence
    from work_out_value
),

measure_distance as (
    select
        -- ids
        indicator,
        unit_code,
        district_code,
        period,

        -- figure
        numerator,
        denominator,
        value,
        absence,

        -- target
        target_ratio,
        target_on,
        cast(target_ratio - value as decimal(18, 6)) as distance_ratio,
        case when target_ratio is not null and numerator is not null then greatest({{ share_of('target_ratio', 'denominator') }} - numerator, 0) end as distance_count,

        -- coverage
        unreadable,
        blocked,
        returns_expected,
        returns_received,
        {{ ratio('returns_received', 'returns_expected') }} as coverage_ratio,
        carried_forward,

        -- dates
        period_from,
        period_to
    from say_why_there_is_none
)

select * from measure_distance
