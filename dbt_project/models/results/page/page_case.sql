with

cases as (
    select * from {{ ref('fct_mediation_case') }}
),

units as (
    select * from {{ ref('dim_unit') }}
    where level = 'township'
),

code_items as (
    select * from {{ ref('code_item') }}
),

tell_township_type_and_result as (
    select
        cases.case_key,
        cases.unit_code,
        cases.district_code,
        cases.period,
        cases.submission_id,
        cases.source_sheet,
        cases.source_row,
        townships.name as township_name,
        types.title as dispute_type_title,
        results.title as result_title,
        forms.title as agreement_form_title,
        cases.is_closed,
        cases.accepted_on,
        cases.closed_on,
        case when cases.closed_on >= cases.accepted_on then {{ days_between('cases.accepted_on', 'cases.closed_on') }} end as days_taken
    from cases
    left join units as townships
        on cases.township_code = townships.unit_code
        and cases.period_from between townships.valid_from_on and {{ until('townships.valid_to_on') }}
    left join code_items as types
        on types.code_list = 'dispute_type'
        and cases.dispute_type_code = types.code
    left join code_items as results
        on results.code_list = 'mediation_result'
        and cases.result_code = results.code
    left join code_items as forms
        on forms.code_list = 'agreement_form'
        and cases.agreement_form_code = forms.code
)

select * from tell_township_type_and_result
