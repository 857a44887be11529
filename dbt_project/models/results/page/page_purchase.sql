with

purchases as (
    select * from {{ ref('fct_service_purchase') }}
    where is_last_told
),

months as (
    select * from {{ ref('page_month') }}
),

-- without a first day a contract stands from its return on, without a last one to the end
find_months_in_force as (
    select
        -- ids
        purchases.service_purchase_key,
        purchases.unit_code,
        purchases.district_code,
        months.period,
        purchases.submission_id,
        purchases.source_sheet,
        purchases.source_row,

        -- what is bought
        purchases.buyer_text,
        purchases.provider_text,
        {{ hundredths('purchases.contract_fen') }} as contract_value,
        purchases.person_count,
        purchases.acceptance_text,

        -- dates
        purchases.starts_on,
        purchases.ends_on
    from purchases
    inner join months
        on purchases.unit_code = months.unit_code
        and coalesce(purchases.starts_on, purchases.period_from) <= months.period_to
        and {{ until('purchases.ends_on') }} >= months.period_from
)

select * from find_months_in_force
