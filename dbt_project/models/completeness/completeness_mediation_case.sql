-- Rendered from catalog/ledgers/mediation_case.yml by `fengqiao render`. Edit the declaration, not this file.
-- 人民调解案件登记表: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'mediation_case'
),

records as (
    select * from {{ ref('stg_mediation_case') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 受理或调解日期填报率: 98%以上的案件写明受理或调解的日期
        avg(case when coalesce(accepted_on, mediated_on) is not null then 1 else 0 end) as day_known,
        -- 调解结果填报率: 98%以上的案件写明调解结果
        avg(case when result_code is not null then 1 else 0 end) as result_known,
        -- 纠纷类型填报率: 98%以上的案件写明纠纷类型（统计表各类型之和等于案件总数）
        avg(case when dispute_type_code is not null then 1 else 0 end) as type_known,
        -- 调解员填报率: 98%以上的案件写明调解员
        avg(case when mediator is not null then 1 else 0 end) as mediator_named,
        -- 协议形式填报率: 98%以上写有协议内容、金额或编号的案件写明口头或书面协议
        avg(case when not coalesce(agreement_length > 0 or agreement_fen > 0 or agreement_no is not null, false) then null when agreement_form_code is not null then 1 else 0 end) as agreement_form_known
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
        cast(measure_promises.day_known as double) as day_known,
        cast(measure_promises.result_known as double) as result_known,
        cast(measure_promises.type_known as double) as type_known,
        cast(measure_promises.mediator_named as double) as mediator_named,
        cast(measure_promises.agreement_form_known as double) as agreement_form_known
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
