-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_service_purchase') }}
),

-- 政府购买服务合同金额 (元): 本年开始的政府购买人民调解服务合同的金额，几次报送都列出的合同以最后一次为准；金额读不出的另列
judge_purchase_amount as (
    select
        unit_code,
        district_code,
        coalesce(substring(cast(starts_on as string), 1, 4), substring(cast(period_to as string), 1, 4)) as period,
        case when contract_fen is not null then true end as counts,
        contract_fen as amount,
        false as is_carried_forward
    from facts
    where is_last_told
),

count_purchase_amount as (
    select
        'purchase_amount' as indicator,
        unit_code,
        district_code,
        period,
        cast(coalesce(sum(amount) filter (where counts), 0) as bigint) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_purchase_amount
    where period is not null
    group by unit_code, district_code, period
),

-- 政府购买服务派驻人数 (人): 本年开始的政府购买人民调解服务合同派驻的人数，几次报送都列出的合同以最后一次为准；人数读不出的另列
judge_purchased_people as (
    select
        unit_code,
        district_code,
        coalesce(substring(cast(starts_on as string), 1, 4), substring(cast(period_to as string), 1, 4)) as period,
        case when person_count is not null then true end as counts,
        person_count as amount,
        false as is_carried_forward
    from facts
    where is_last_told
),

count_purchased_people as (
    select
        'purchased_people' as indicator,
        unit_code,
        district_code,
        period,
        cast(coalesce(sum(amount) filter (where counts), 0) as bigint) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_purchased_people
    where period is not null
    group by unit_code, district_code, period
),

-- 政府购买服务合同 (个): 本年开始的政府购买人民调解服务合同个数，以合同起始日期所在年计，没有日期的计入报送期末所在年；几次报送都列出的合同只计一次，以最后一次为准
judge_service_purchases as (
    select
        unit_code,
        district_code,
        coalesce(substring(cast(starts_on as string), 1, 4), substring(cast(period_to as string), 1, 4)) as period,
        true as counts,
        false as is_carried_forward
    from facts
    where is_last_told
),

count_service_purchases as (
    select
        'service_purchases' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_service_purchases
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_purchase_amount
    union all
    select * from count_purchased_people
    union all
    select * from count_service_purchases
)

select * from gather_indicators
