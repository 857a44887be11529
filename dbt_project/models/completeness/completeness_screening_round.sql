-- Rendered from catalog/ledgers/screening_round.yml by `fengqiao render`. Edit the declaration, not this file.
-- 矛盾纠纷排查情况登记表: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'screening_round'
),

records as (
    select * from {{ ref('stg_screening_round') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 排查日期填报率: 95%以上的排查记录写明具体日期
        avg(case when screened_on is not null then 1 else 0 end) as day_given,
        -- 嘎查村社区填报率: 98%以上的排查记录写明嘎查村（社区）
        avg(case when village_text is not null then 1 else 0 end) as village_named,
        -- 排查人员填报率: 95%以上的排查记录写明排查人员
        avg(case when screener is not null then 1 else 0 end) as screener_named,
        -- 发现件数填报率: 95%以上的排查记录写明发现纠纷件数
        avg(case when found_count is not null then 1 else 0 end) as found_counted
    from records
    group by unit_code, period
),

spread_over_returns as (
    select
        returns.unit_code,
        returns.district_code,
        returns.period,
        returns.is_owed,
        returns.is_filed,
        measure_promises.record_count,
        cast(measure_promises.day_given as double) as day_given,
        cast(measure_promises.village_named as double) as village_named,
        cast(measure_promises.screener_named as double) as screener_named,
        cast(measure_promises.found_counted as double) as found_counted
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
