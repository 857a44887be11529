-- Rendered from catalog/indicators by `fengqiao render`. Edit the declaration, not this file.
with

facts as (
    select * from {{ ref('fct_mediation_case') }}
),

-- 协议涉及金额 (元): 本期办结、达成协议的案件的协议金额；没有金额栏或读不出的另列
judge_agreement_amount as (
    select
        unit_code,
        district_code,
        outcome_period as period,
        case when agreement_fen is not null then true end as counts,
        agreement_fen as amount,
        false as is_carried_forward
    from facts
    where is_succeeded
),

count_agreement_amount as (
    select
        'agreement_amount' as indicator,
        unit_code,
        district_code,
        period,
        cast(coalesce(sum(amount) filter (where counts), 0) as bigint) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_agreement_amount
    where period is not null
    group by unit_code, district_code, period
),

-- 受理案件 (件): 本期首次登记的调解案件件数；同一件案件在几个文件里、几个月里都有的，计一件
judge_cases_accepted as (
    select
        unit_code,
        district_code,
        period,
        true as counts,
        false as is_carried_forward
    from facts
),

count_cases_accepted as (
    select
        'cases_accepted' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_cases_accepted
    where period is not null
    group by unit_code, district_code, period
),

-- 办结案件 (件): 本期首次登记为调解结束（成功、不成功、终止）的案件件数，不论哪一期受理；结果读不出的另列
judge_cases_closed as (
    select
        unit_code,
        district_code,
        outcome_period as period,
        is_closed as counts,
        false as is_carried_forward
    from facts
),

count_cases_closed as (
    select
        'cases_closed' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_cases_closed
    where period is not null
    group by unit_code, district_code, period
),

-- 接受委托移送调解占比 (比率): 本期首次登记的案件中接受委托移送的，除以写明案件来源的；没有来源栏或读不出的另列
judge_entrusted_share as (
    select
        unit_code,
        district_code,
        period,
        form_source_code = 'CS3' as counts,
        false as is_carried_forward
    from facts
),

count_entrusted_share as (
    select
        'entrusted_share' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_entrusted_share
    where period is not null
    group by unit_code, district_code, period
),

-- 司法确认 (件): 本期办结、达成协议的案件中经司法确认的件数；没有这一栏或读不出的另列
judge_judicial_confirmations as (
    select
        unit_code,
        district_code,
        outcome_period as period,
        is_confirmed as counts,
        false as is_carried_forward
    from facts
    where is_succeeded
),

count_judicial_confirmations as (
    select
        'judicial_confirmations' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_judicial_confirmations
    where period is not null
    group by unit_code, district_code, period
),

-- 协议履行率 (比率): 本期办结、达成协议的案件中全部履行的，除以写明履行情况的；没有履行情况栏或读不出的另列；未到履行期的也在分母内
judge_performance_rate as (
    select
        unit_code,
        district_code,
        outcome_period as period,
        is_performed as counts,
        false as is_carried_forward
    from facts
    where is_succeeded
),

count_performance_rate as (
    select
        'performance_rate' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_performance_rate
    where period is not null
    group by unit_code, district_code, period
),

-- 主动调解占比 (比率): 本期首次登记的案件中主动调解的，除以写明案件来源的；没有来源栏或读不出的另列
judge_self_initiated_share as (
    select
        unit_code,
        district_code,
        period,
        form_source_code = 'CS2' as counts,
        false as is_carried_forward
    from facts
),

count_self_initiated_share as (
    select
        'self_initiated_share' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_self_initiated_share
    where period is not null
    group by unit_code, district_code, period
),

-- 调解成功率（受理口径） (比率): 本期受理的案件中达成协议的，除以本期受理、写明结果的全部案件（调解中的也在分母内）；结果读不出的另列
judge_success_rate_accepted as (
    select
        unit_code,
        district_code,
        period,
        is_succeeded as counts,
        false as is_carried_forward
    from facts
),

count_success_rate_accepted as (
    select
        'success_rate_accepted' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_success_rate_accepted
    where period is not null
    group by unit_code, district_code, period
),

-- 调解成功率（已结口径） (比率): 本期办结的案件中达成协议的，除以本期办结的案件（成功、不成功、终止；调解中的不在分母内）；结果读不出的另列
judge_success_rate_closed as (
    select
        unit_code,
        district_code,
        outcome_period as period,
        is_succeeded as counts,
        false as is_carried_forward
    from facts
    where coalesce(is_closed, true)
),

count_success_rate_closed as (
    select
        'success_rate_closed' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_success_rate_closed
    where period is not null
    group by unit_code, district_code, period
),

-- 书面协议占比 (比率): 本期办结、达成协议的案件中订立书面协议的，除以写明口头或书面的；没有协议形式栏或读不出的另列
judge_written_agreement_share as (
    select
        unit_code,
        district_code,
        outcome_period as period,
        is_written as counts,
        false as is_carried_forward
    from facts
    where is_succeeded
),

count_written_agreement_share as (
    select
        'written_agreement_share' as indicator,
        unit_code,
        district_code,
        period,
        count(*) filter (where counts) as counted,
        count(counts) as readable,
        count(*) - count(counts) as unreadable,
        cast(0 as bigint) as blocked,
        count(*) filter (where counts and is_carried_forward) as carried_forward
    from judge_written_agreement_share
    where period is not null
    group by unit_code, district_code, period
),

gather_indicators as (
    select * from count_agreement_amount
    union all
    select * from count_cases_accepted
    union all
    select * from count_cases_closed
    union all
    select * from count_entrusted_share
    union all
    select * from count_judicial_confirmations
    union all
    select * from count_performance_rate
    union all
    select * from count_self_initiated_share
    union all
    select * from count_success_rate_accepted
    union all
    select * from count_success_rate_closed
    union all
    select * from count_written_agreement_share
)

select * from gather_indicators
