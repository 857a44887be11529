-- Rendered from catalog/ledgers/screening_totals.yml by `fengqiao render`. Edit the declaration, not this file.
-- 矛盾纠纷排查情况表
with

landed as (
    select * from {{ live('screening_totals') }}
),

type_columns as (
    select
        submission_id || '-' || cast(table_number as string) || '-' || cast(source_row as string) || '-' || cast(source_column as string) as row_key,
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
        cast(source_column as bigint) as source_column,

        -- what it is known by
        cast(record_key as string) as record_key,
        cast(identity_1 as string) as identity_1,
        cast(identity_2 as string) as identity_2,

        -- how it was judged
        cast(is_blocked as boolean) as is_blocked,
        problem_fields,
        absent_fields,

        -- what was filed
        cast(block_text as string) as block_text,
        cast(item_text as string) as item_text,
        cast(item_code as string) as item_code,
        cast(measure_text as string) as measure_text,
        cast(head_text as string) as head_text,
        cast(figure_text as string) as figure_text,
        cast(figure as double) as figure
    from landed
)

select * from type_columns
