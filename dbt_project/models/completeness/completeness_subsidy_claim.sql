-- Rendered from catalog/ledgers/subsidy_claim.yml by `fengqiao render`. Edit the declaration, not this file.
-- 以案定补申报汇总表: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'subsidy_claim'
),

records as (
    select * from {{ ref('stg_subsidy_claim') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 案卷号填报率: 98%以上的申报写明案卷号，能与案件台账核对
        avg(case when case_no is not null then 1 else 0 end) as case_named,
        -- 调解员填报率: 98%以上的申报写明领取补助的调解员
        avg(case when mediator is not null then 1 else 0 end) as mediator_named,
        -- 结案日期填报率: 98%以上的申报写明结案日期（先结案、后补助）
        avg(case when closed_on is not null then 1 else 0 end) as closing_day_given,
        -- 申报类别填报率: 98%以上的申报写明难易程度
        avg(case when declared_difficulty_code is not null then 1 else 0 end) as difficulty_declared,
        -- 补助金额填报率: 98%以上的申报写明补助标准或金额
        avg(case when coalesce(reviewed_fen, declared_fen, rate_fen) is not null then 1 else 0 end) as amount_given
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
        cast(measure_promises.mediator_named as double) as mediator_named,
        cast(measure_promises.closing_day_given as double) as closing_day_given,
        cast(measure_promises.difficulty_declared as double) as difficulty_declared,
        cast(measure_promises.amount_given as double) as amount_given
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
