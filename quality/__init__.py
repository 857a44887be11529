"""Is it right: Great Expectations suites built from the ledgers, run on the completeness grids and judged into four states.

Here belong promises of completeness and their verdicts.
Here do not belong: facts that contradict each other (rules, in dbt), cells (`ingest`), scorecards and ranks (models).
"""
