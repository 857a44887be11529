"""Everything Dagster runs of ours: one path of assets, one job over it, and what starts the job. Work is elsewhere; what an asset does stands in `path`."""

import dagster as dg

from catalog.catalog import load
from orchestration import path
from orchestration.dbt_parts import dbt_part
from orchestration.launched import launched
from orchestration.request import JOB
from orchestration.schedules import SCHEDULES
from orchestration.sensor import inbox
from warehouse import build
from warehouse.long_lived import collect_seldom

collect_seldom()  # Dagster's own processes begin here, not at our door
CATALOG = load()

facts = dbt_part("facts", build.facts)
results = dbt_part("results", build.results)
job = dg.define_asset_job(JOB, selection=dg.AssetSelection.all(), description="From the inbox to a published figure.", executor_def=dg.in_process_executor)

defs = dg.Definitions(
    assets=[
        path.submissions,
        *path.landing(CATALOG),
        facts.asset,
        path.checks(CATALOG, facts),
        results.asset,
        path.published(results),
        path.answers,
        path.extract,
    ],
    jobs=[job],
    sensors=[inbox],
    schedules=SCHEDULES,
    resources={"passage": launched},
    executor=dg.in_process_executor,  # the steps wait for one writer anyway; a process per step costs seven seconds each
)
