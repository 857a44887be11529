with

returns as (
    select * from {{ ref('int_return_judged') }}
),

promises as (
    select * from {{ ref('promise') }}
),

results as (
    select * from {{ source('run', 'check_result') }}
),

-- every declared promise is asked of every return, so that a check which brings nothing home is seen
ask_every_promise as (
    select
        promises.ledger,
        promises.promise,
        promises.title,
        promises.at_least_ratio,
        promises.severity,
        returns.unit_code,
        returns.district_code,
        returns.period
    from promises
    inner join returns
        on promises.ledger = returns.ledger
),

take_answers as (
    select
        -- ids
        asked.promise || '@' || asked.ledger || '@' || asked.unit_code || '@' || asked.period as check_key,
        asked.ledger,
        asked.promise,
        asked.unit_code,
        asked.district_code,
        asked.period,
        results.run_id,

        -- verdict
        coalesce(results.state, 'did_not_run') as state,
        {{ millionths('floor(results.share * 1000000 + 0.5)') }} as share_ratio,
        asked.at_least_ratio,
        asked.severity,
        asked.title
    from ask_every_promise as asked
    left join results
        on asked.ledger = results.ledger
        and asked.promise = results.promise
        and asked.unit_code = results.unit_code
        and asked.period = results.period
)

select * from take_answers
