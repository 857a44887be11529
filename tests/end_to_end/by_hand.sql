-- The ten figures by hand, on the readings themselves: no model, no macro. Parameters: the live readings, the code groups of the catalog, the month, its last day.
with disputes as (
    select *, coalesce(identity_1, identity_2, identity_3, identity_4, record_key) as matter,
        not list_contains(absent_fields, 'state_code') as has_state,
        not list_contains(absent_fields, 'plan') and not list_contains(problem_fields, 'plan') as has_plan,
        not list_contains(absent_fields, 'responsible_person') and not list_contains(problem_fields, 'responsible_person') as has_responsible
    from read_parquet($disputes, union_by_name = true)
    where not is_blocked
),
judged as (
    select *,
        case when has_state then case when state_code is not null then state_code in ('LS1', 'LS2', 'LS3', 'LS4', 'LS5', 'LS6', 'LS10', 'LS12') end
             when result_code is not null then result_code = 'R3' end as is_open,
        case when state_code is not null then state_code = 'LS11' end as is_struck_off,
        case when state_code is not null or result_code is not null then coalesce(state_code in ('LS9', 'LS11'), false) or coalesce(result_code = 'R1', false) end as is_resolved
    from disputes
),
standing as (
    select *, false as is_carried from judged where period = $period
    union all
    select *, true as is_carried from judged as earlier
    where period < $period and is_open
        and not exists (select 1 from judged as now where now.unit_code = earlier.unit_code and now.period = $period)
        and period = (select max(period) from judged as last where last.unit_code = earlier.unit_code and last.period < $period)
),
first_seen as (
    select unit_code, matter, min(period) as period, bool_or(coalesce(is_carried_over, false)) filter (where period = $period) as is_marked from judged group by unit_code, matter
),
figures as (
    select 'screening_rounds' as indicator, count(*) as numerator, null as denominator from read_parquet($rounds, union_by_name = true) where period = $period and not is_blocked
    union all select 'disputes_found', count(*), null from first_seen where period = $period and not coalesce(is_marked, false)
    union all select 'disputes_open', count(*) filter (where is_open), null from standing
    union all select 'disputes_overdue', count(*) filter (where is_open and deadline_on < $last_day::date), null from standing
    union all select 'struck_off_rate', count(*) filter (where is_struck_off), count(is_struck_off) from standing where not is_carried
    union all select 'resolved_rate', count(*) filter (where is_resolved), count(is_resolved) from standing where not is_carried
    union all select 'planned_share', count(*) filter (where has_plan and plan_length > 0), count(*) filter (where has_plan) from standing where not is_carried
    union all select 'responsible_named_share', count(*) filter (where has_responsible and responsible_person is not null), count(*) filter (where has_responsible) from standing where not is_carried
    union all select 'return_rate', count(distinct (unit_code, ledger)), 21 from (
        select unit_code, 'dispute' as ledger, period from disputes union all select unit_code, 'screening_round', period from read_parquet($rounds, union_by_name = true)
    ) where period = $period
)
select indicator, numerator, denominator from figures order by indicator
