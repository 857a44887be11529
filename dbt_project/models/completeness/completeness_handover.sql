-- Rendered from catalog/ledgers/handover.yml by `fengqiao render`. Edit the declaration, not this file.
-- 矛盾纠纷交办、委托移送登记簿: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'handover'
),

records as (
    select * from {{ ref('stg_handover') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 承办单位填报率: 98%以上的移送交办写明承办单位（件件有着落）
        avg(case when receiver_text is not null then 1 else 0 end) as receiver_named,
        -- 交办时间填报率: 98%以上的移送交办写明交办或移送时间
        avg(case when sent_on is not null then 1 else 0 end) as sent_day_given,
        -- 办理时限填报率: 90%以上的移送交办写明办理时限
        avg(case when deadline_on is not null then 1 else 0 end) as deadline_set,
        -- 是否受理填报率: 95%以上的移送交办写明承办单位是否受理
        avg(case when is_accepted is not null then 1 else 0 end) as acceptance_said
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
        cast(measure_promises.receiver_named as double) as receiver_named,
        cast(measure_promises.sent_day_given as double) as sent_day_given,
        cast(measure_promises.deadline_set as double) as deadline_set,
        cast(measure_promises.acceptance_said as double) as acceptance_said
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
