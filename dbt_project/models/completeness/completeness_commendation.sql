-- Rendered from catalog/ledgers/commendation.yml by `fengqiao render`. Edit the declaration, not this file.
-- 人民调解表彰情况表: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'commendation'
),

records as (
    select * from {{ ref('stg_commendation') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 级别填报率: 95%以上的表彰写明表彰级别
        avg(case when award_level_text is not null then 1 else 0 end) as level_known,
        -- 文号填报率: 90%以上的表彰写明表彰文号
        avg(case when document_no is not null then 1 else 0 end) as document_named
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
        cast(measure_promises.level_known as double) as level_known,
        cast(measure_promises.document_named as double) as document_named
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
