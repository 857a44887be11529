-- Rendered from catalog/ledgers/lead.yml by `fengqiao render`. Edit the declaration, not this file.
-- 矛盾纠纷线索上报台账: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'lead'
),

records as (
    select * from {{ ref('stg_lead') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 排查时间填报率: 98%以上的线索写明排查时间
        avg(case when screened_on is not null then 1 else 0 end) as day_given,
        -- 嘎查村（社区）填报率: 95%以上的线索写明嘎查村或社区
        avg(case when village_text is not null then 1 else 0 end) as village_named,
        -- 纠纷类型填报率: 95%以上的线索填明纠纷类型
        avg(case when dispute_type_code is not null then 1 else 0 end) as type_known,
        -- 上报人填报率: 95%以上的线索写明上报人
        avg(case when reporter is not null then 1 else 0 end) as reporter_named
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
        cast(measure_promises.type_known as double) as type_known,
        cast(measure_promises.reporter_named as double) as reporter_named
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
