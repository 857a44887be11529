-- Rendered from catalog/ledgers/lead.yml by `fengqiao render`. Edit the declaration, not this file.
-- 矛盾纠纷线索上报台账
with

landed as (
    select * from {{ live('lead') }}
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
        cast(lead_no as string) as lead_no,
        cast(township_code as string) as township_code,
        cast(village_text as string) as village_text,
        cast(brief_length as bigint) as brief_length,
        cast(brief_hash as string) as brief_hash,
        brief_signature,
        cast(place_length as bigint) as place_length,
        cast(place_hash as string) as place_hash,
        cast(screened_on as date) as screened_on,
        cast(dispute_type_code as string) as dispute_type_code,
        cast(parties_hash as string) as parties_hash,
        parties_hashes,
        cast(parties_masked as string) as parties_masked,
        cast(party_phone_hash as string) as party_phone_hash,
        party_phone_hashes,
        cast(party_phone_masked as string) as party_phone_masked,
        cast(channel_text as string) as channel_text,
        cast(channel_code as string) as channel_code,
        cast(request_length as bigint) as request_length,
        cast(request_hash as string) as request_hash,
        cast(reporter as string) as reporter,
        cast(remark_length as bigint) as remark_length,
        cast(remark_hash as string) as remark_hash
    from landed
)

select * from type_columns
