-- Rendered from catalog/ledgers/major_risk.yml by `fengqiao render`. Edit the declaration, not this file.
-- 重大矛盾纠纷风险隐患台账: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'major_risk'
),

records as (
    select * from {{ ref('stg_major_risk') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 报告时间填报率: 98%以上的重大风险隐患写明报告时间（同步上报）
        avg(case when reported_on is not null then 1 else 0 end) as reported_day_given,
        -- 风险等级填报率: 95%以上的重大风险隐患填明风险等级
        avg(case when risk_level_code is not null then 1 else 0 end) as level_known,
        -- 责任人填报率: 98%以上的重大风险隐患有责任人
        avg(case when responsible_person is not null then 1 else 0 end) as responsible_named
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
        cast(measure_promises.reported_day_given as double) as reported_day_given,
        cast(measure_promises.level_known as double) as level_known,
        cast(measure_promises.responsible_named as double) as responsible_named
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
