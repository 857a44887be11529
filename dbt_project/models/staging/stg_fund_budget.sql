-- Rendered from catalog/ledgers/fund_budget.yml by `fengqiao render`. Edit the declaration, not this file.
-- 人民调解经费预算情况表
with

landed as (
    select * from {{ live('fund_budget') }}
),

type_columns as (
    select
        submission_id || '-' || cast(table_number as string) || '-' || cast(source_row as string) as row_key,
        coalesce(identity_1, identity_2) is null as is_keyless,

        -- where the row comes from
        cast(submission_id as string) as submission_id,
        cast(reading_id as string) as reading_id,
        cast(table_number as bigint) as table_number,
        cast(district_code as string) as district_code,
        cast(unit_code as string) as unit_code,
        cast(period as string) as period,
        cast(period_from as date) as period_from,
        cast(period_to as date) as period_to,
        cast(basis as string) as basis,
        cast(return_kind as string) as return_kind,
        cast(source_sheet as string) as source_sheet,
        cast(source_row as bigint) as source_row,

        -- what it is known by
        cast(record_key as string) as record_key,
        cast(identity_1 as string) as identity_1,
        cast(identity_2 as string) as identity_2,

        -- how it was judged
        cast(is_blocked as boolean) as is_blocked,
        problem_fields,
        absent_fields,

        -- what was filed
        cast(row_no as bigint) as row_no,
        cast(fiscal_year as bigint) as fiscal_year,
        cast(filed_district_code as string) as filed_district_code,
        cast(kind_code as string) as kind_code,
        cast(payer_text as string) as payer_text,
        cast(payer_code as string) as payer_code,
        cast(budget_fen as bigint) as budget_fen,
        cast(adjusted_fen as bigint) as adjusted_fen,
        cast(executed_fen as bigint) as executed_fen,
        cast(execution_rate as double) as execution_rate,
        cast(document_no as string) as document_no,
        cast(carried_over_fen as bigint) as carried_over_fen,
        cast(remark_length as bigint) as remark_length,
        cast(remark_hash as string) as remark_hash
    from landed
)

select * from type_columns
