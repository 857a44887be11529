with

budgets as (
    select * from {{ ref('fct_fund_budget') }}
),

months as (
    select * from {{ ref('page_month') }}
),

units_within as (
    select * from {{ ref('int_unit_within') }}
),

code_items as (
    select * from {{ ref('code_item') }}
),

add_up_kinds as (
    select
        units_within.within_code as unit_code,
        budgets.period as year_code,
        budgets.kind_code,
        cast(sum(budgets.budget_fen) as bigint) as budget_fen,
        cast(sum(budgets.executed_fen) as bigint) as executed_fen
    from budgets
    inner join units_within
        on budgets.unit_code = units_within.unit_code
    group by units_within.within_code, budgets.period, budgets.kind_code
),

show_in_each_month as (
    select
        months.unit_code,
        months.district_code,
        months.period,
        sums.kind_code,
        kinds.title as kind_title,
        {{ hundredths('sums.budget_fen') }} as budget_value,
        {{ hundredths('sums.executed_fen') }} as executed_value
    from months
    inner join add_up_kinds as sums
        on months.unit_code = sums.unit_code
        and substring(months.period, 1, 4) = sums.year_code
    left join code_items as kinds
        on kinds.code_list = 'fund_kind'
        and sums.kind_code = kinds.code
)

select * from show_in_each_month
