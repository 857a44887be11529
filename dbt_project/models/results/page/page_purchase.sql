with

purchases as (
    select * from {{ ref('fct_service_purchase') }}
),

months as (
    select * from {{ ref('page_month') }}
),

-- a contract that several returns tell of is as the last of them has it
rank_statements as (
    select
        *,
        row_number() over (partition by unit_code, record_key order by period_from desc, service_purchase_key desc) as recency
    from purchases
),

-- without a first day a contract stands from its return on, without a last one to the end
find_months_in_force as (
    select
        -- ids
        statements.service_purchase_key,
        statements.unit_code,
        statements.district_code,
        months.period,
        statements.submission_id,
        statements.source_sheet,
        statements.source_row,

        -- what is bought
        statements.buyer_text,
        statements.provider_text,
        {{ hundredths('statements.contract_fen') }} as contract_value,
        statements.person_count,
        statements.acceptance_text,

        -- dates
        statements.starts_on,
        statements.ends_on
    from rank_statements as statements
    inner join months
        on statements.unit_code = months.unit_code
        and coalesce(statements.starts_on, statements.period_from) <= months.period_to
        and {{ until('statements.ends_on') }} >= months.period_from
    where statements.recency = 1
)

select * from find_months_in_force
