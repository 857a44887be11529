-- Rendered from catalog/ledgers/dispute.yml by `fengqiao render`. Edit the declaration, not this file.
-- 矛盾纠纷台账: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'dispute'
),

records as (
    select * from {{ ref('stg_dispute') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 纠纷类型填报率: 98%以上的纠纷填明矛盾纠纷类型
        avg(case when dispute_type_code is not null then 1 else 0 end) as type_known,
        -- 简要情况填报率: 98%以上的纠纷写明简要情况
        avg(case when brief_length > 0 then 1 else 0 end) as brief_given,
        -- 责任人填报率: 98%以上的纠纷有责任人
        avg(case when responsible_person is not null then 1 else 0 end) as responsible_named,
        -- 一案一策填报率: 98%以上的纠纷有化解措施（一案一策）
        avg(case when plan_length > 0 then 1 else 0 end) as plan_given,
        -- 销号状态明确率: 98%以上的纠纷写明办理或销号状态
        avg(case when state_code is not null or result_code is not null then 1 else 0 end) as state_known,
        -- 化解时限填报率: 95%以上的纠纷有化解时限
        avg(case when deadline_on is not null then 1 else 0 end) as deadline_set
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
        cast(measure_promises.type_known as double) as type_known,
        cast(measure_promises.brief_given as double) as brief_given,
        cast(measure_promises.responsible_named as double) as responsible_named,
        cast(measure_promises.plan_given as double) as plan_given,
        cast(measure_promises.state_known as double) as state_known,
        cast(measure_promises.deadline_set as double) as deadline_set
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
