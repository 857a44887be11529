-- Rendered from catalog/ledgers/handover.yml by `fengqiao render`. Edit the declaration, not this file.
-- 矛盾纠纷交办、委托移送登记簿
with

landed as (
    select * from {{ live('handover') }}
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
        cast(handover_no as string) as handover_no,
        cast(document_text as string) as document_text,
        cast(document_code as string) as document_code,
        cast(sender_text as string) as sender_text,
        cast(receiver_text as string) as receiver_text,
        cast(sent_on as date) as sent_on,
        cast(received_on as date) as received_on,
        cast(feedback_on as date) as feedback_on,
        cast(is_accepted as boolean) as is_accepted,
        cast(parties_hash as string) as parties_hash,
        parties_hashes,
        cast(parties_masked as string) as parties_masked,
        cast(brief_length as bigint) as brief_length,
        cast(brief_hash as string) as brief_hash,
        brief_signature,
        cast(deadline_on as date) as deadline_on,
        cast(result_length as bigint) as result_length,
        cast(result_hash as string) as result_hash,
        cast(remark_length as bigint) as remark_length,
        cast(remark_hash as string) as remark_hash
    from landed
)

select * from type_columns
