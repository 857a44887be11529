-- Rendered from catalog/ledgers/committee.yml by `fengqiao render`. Edit the declaration, not this file.
-- 人民调解组织名册: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'committee'
),

records as (
    select * from {{ ref('stg_committee') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 调委会类型填报率: 98%以上的调解组织写明类型
        avg(case when kind_code is not null then 1 else 0 end) as kind_known,
        -- 负责人填报率: 98%以上的调解组织写明负责人（人员充实）
        avg(case when head is not null then 1 else 0 end) as head_named,
        -- 专兼职人数填报率: 98%以上的调解组织写明专职和兼职人数
        avg(case when full_time_count is not null and part_time_count is not null then 1 else 0 end) as mediators_counted
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
        cast(measure_promises.kind_known as double) as kind_known,
        cast(measure_promises.head_named as double) as head_named,
        cast(measure_promises.mediators_counted as double) as mediators_counted
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
