-- Rendered from catalog/ledgers/follow_up.yml by `fengqiao render`. Edit the declaration, not this file.
-- 人民调解回访登记表: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'follow_up'
),

records as (
    select * from {{ ref('stg_follow_up') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 案号填报率: 95%以上的回访写明案号，能与案件台账核对
        avg(case when case_no is not null then 1 else 0 end) as case_named,
        -- 履行情况填报率: 95%以上的回访写明协议履行情况
        avg(case when performance_code is not null then 1 else 0 end) as performance_known,
        -- 回访人填报率: 95%以上的回访写明回访人
        avg(case when followed_up_by is not null then 1 else 0 end) as visitor_named
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
        cast(measure_promises.case_named as double) as case_named,
        cast(measure_promises.performance_known as double) as performance_known,
        cast(measure_promises.visitor_named as double) as visitor_named
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
