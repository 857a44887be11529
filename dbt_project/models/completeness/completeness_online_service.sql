-- Rendered from catalog/ledgers/online_service.yml by `fengqiao render`. Edit the declaration, not this file.
-- 掌上调解导出: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'online_service'
),

records as (
    select * from {{ ref('stg_online_service') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 申请时间填报率: 98%以上的申请有申请时间
        avg(case when requested_on is not null then 1 else 0 end) as day_given,
        -- 分流单位填报率: 90%以上的申请写明分流单位
        avg(case when dispatched_to_text is not null then 1 else 0 end) as committee_named
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
        cast(measure_promises.committee_named as double) as committee_named
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
