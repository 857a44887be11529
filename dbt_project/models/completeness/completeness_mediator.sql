-- Rendered from catalog/ledgers/mediator.yml by `fengqiao render`. Edit the declaration, not this file.
-- 人民调解员花名册: a row that does not keep a promise lowers its share; where nothing was filed there is no share, not zero.
with

returns as (
    select * from {{ ref('int_return_judged') }} where ledger = 'mediator'
),

records as (
    select * from {{ ref('stg_mediator') }} where not is_blocked
),

measure_promises as (
    select
        unit_code,
        period,
        count(*) as record_count,

        -- 专兼职填报率: 98%以上的调解员写明专职或兼职
        avg(case when is_part_time is not null then 1 else 0 end) as employment_known,
        -- 所属调委会填报率: 98%以上的调解员写明所属调委会
        avg(case when committee_text is not null then 1 else 0 end) as committee_named,
        -- 身份证号填报率: 98%以上的调解员填报身份证号，同一人不重复计数
        avg(case when id_number_hash is not null then 1 else 0 end) as identity_given,
        -- 学历填报率: 95%以上的调解员写明学历（知识结构）
        avg(case when education_code is not null then 1 else 0 end) as education_known
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
        cast(measure_promises.employment_known as double) as employment_known,
        cast(measure_promises.committee_named as double) as committee_named,
        cast(measure_promises.identity_given as double) as identity_given,
        cast(measure_promises.education_known as double) as education_known
    from returns
    left join measure_promises
        on returns.unit_code = measure_promises.unit_code
        and returns.period = measure_promises.period
)

select * from spread_over_returns
