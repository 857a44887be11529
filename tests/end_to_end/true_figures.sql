-- The figures of the two pages 组织与队伍 and 经费与以案定补, recounted from the truth of a made-up city: no reading, no model, no declaration.
-- Tables: the truth of each ledger, and `month`, every month for which figures were published. A roster holds until the next one; of centres the day on which they opened says when.
with committees as (
    select month.month, committee.*
    from month
    inner join committee on committee.period = (select max(period) from committee where period <= month.month)
),
mediators as (
    select month.month, mediator.unit_code, id_number, min(education_code) as education_code, min(is_part_time) as is_part_time
    from month
    inner join mediator on mediator.period = (select max(period) from mediator where period <= month.month)
    group by all
),
contracts as (  -- listed anew by each return
    select distinct record, unit_code, substring(cast(starts_on as varchar), 1, 4) as year, contract_fen, person_count from service_purchase
),
budgets as (
    select unit_code, period, sum(budget_fen) as budget_fen, sum(coalesce(adjusted_fen, budget_fen)) as adjusted_fen, sum(executed_fen) as executed_fen
    from fund_budget
    group by all
)
select 'committees' as indicator, 'committee' as ledger, unit_code, month as period, count(*) as numerator, null as denominator
from committees where kind_code in ('O11', 'O12', 'O21', 'O22', 'O31', 'O41') group by all
union all
select 'industry_committees', 'committee', unit_code, month, count(*) filter (where kind_code = 'O41'), null
from committees group by all
union all
select 'studios', 'committee', unit_code, month, count(*) filter (where kind_code = 'O51'), null
from committees group by all
union all
select 'stationed_rooms', 'committee', unit_code, month, count(*) filter (where kind_code = 'O52'), null
from committees group by all
union all
select 'mediators', 'mediator', unit_code, month, count(*), null
from mediators group by all
union all
select 'college_share', 'mediator', unit_code, month, count(*) filter (where education_code in ('10', '20', '30')), count(education_code)
from mediators group by all
union all
select 'full_time_share', 'mediator', unit_code, month, count(*) filter (where not is_part_time), count(is_part_time)
from mediators group by all
union all
select 'one_stop_coverage', 'one_stop_centre', unit_code, month, count(distinct record), null
from month inner join one_stop_centre on substring(cast(opened_on as varchar), 1, 7) <= month group by all
union all
select 'budget', 'fund_budget', unit_code, period, budget_fen, null from budgets
union all
select 'budget_executed', 'fund_budget', unit_code, period, executed_fen, null from budgets
union all
select 'budget_execution_rate', 'fund_budget', unit_code, period, executed_fen, adjusted_fen from budgets
union all
select 'funds_paid', 'fund_payment', unit_code, substring(cast(paid_on as varchar), 1, 7) as month, sum(amount_fen), null from fund_payment group by all
union all
select 'claims', 'subsidy_claim', unit_code, period, count(*), null from subsidy_claim group by all
union all
select 'amount_claimed', 'subsidy_claim', unit_code, period, sum(coalesce(declared_fen, rate_fen)), null from subsidy_claim group by all
union all
select 'subsidies_paid', 'subsidy_payment', unit_code, substring(cast(paid_on as varchar), 1, 7) as month, sum(amount_fen), null from subsidy_payment group by all
union all
select 'service_purchases', 'service_purchase', unit_code, year, count(*), null from contracts group by all
union all
select 'purchase_amount', 'service_purchase', unit_code, year, sum(contract_fen), null from contracts group by all
union all
select 'purchased_people', 'service_purchase', unit_code, year, sum(person_count), null from contracts group by all
