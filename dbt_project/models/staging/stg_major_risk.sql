-- Rendered from catalog/ledgers/major_risk.yml by `fengqiao render`. Edit the declaration, not this file.
-- 重大矛盾纠纷风险隐患台账
with

landed as (
    select * from {{ live('major_risk') }}
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
        cast(reported_on as date) as reported_on,
        cast(occurred_on as date) as occurred_on,
        cast(township_code as string) as township_code,
        cast(place_length as bigint) as place_length,
        cast(place_hash as string) as place_hash,
        cast(people_count as bigint) as people_count,
        cast(amount_fen as bigint) as amount_fen,
        cast(brief_length as bigint) as brief_length,
        cast(brief_hash as string) as brief_hash,
        brief_signature,
        cast(risk_level_code as string) as risk_level_code,
        cast(is_criminal_risk as boolean) as is_criminal_risk,
        cast(is_petition_risk as boolean) as is_petition_risk,
        cast(is_unrest_risk as boolean) as is_unrest_risk,
        cast(responsible_unit_text as string) as responsible_unit_text,
        cast(responsible_person as string) as responsible_person,
        cast(lead_official as string) as lead_official,
        cast(result_length as bigint) as result_length,
        cast(result_hash as string) as result_hash,
        cast(remark_length as bigint) as remark_length,
        cast(remark_hash as string) as remark_hash
    from landed
)

select * from type_columns
