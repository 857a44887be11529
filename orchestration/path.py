"""The path: the steps from an office's file to a published figure, one asset each. A body calls one function of a package and tells Dagster what came of it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import dagster as dg

from catalog.catalog import Catalog
from catalog.ledger import Promise
from ingest.again import in_partitions
from ingest.answering.handing_out import hand_out
from ingest.intake import intake, read_again
from orchestration import partitions
from orchestration.dbt_parts import TEAM, DbtPart
from orchestration.passage import Passage
from quality.judge import judge
from reporting.extract import extract_newest
from reporting.manifest import Manifest
from warehouse import check_results, lists
from warehouse.access import Asker
from warehouse.access_log import Access, AccessLog
from warehouse.check_results import CheckResult
from warehouse.event import CHINA
from warehouse.publish import publish


@dg.asset(group_name="intake", kinds={"python"}, owners=TEAM, description="What was received, read and decided: the journal, and the run's lists made from it.")
def submissions(context: dg.AssetExecutionContext, passage: dg.ResourceParam[Passage]) -> dg.MaterializeResult[None]:
    """Receive, archive, read, land and answer what is new; then list which files count."""
    with passage.step("submissions", begins_with="receive"):
        take_in(passage)
    touched = passage.intake.partitions if passage.intake else ()
    for part in touched:
        square = partitions.key(part.district, part.month)
        facts = {"rows": part.rows, "problems": part.problems}
        context.log_event(dg.AssetMaterialization(["landing", part.ledger], metadata=facts, partition=square))
    return dg.MaterializeResult(metadata={"files": len(passage.intake.answers) if passage.intake else 0, "partitions": len(touched)})


def take_in(passage: Passage) -> None:
    """Everything new, unless a past day is asked for; then the lists, behind the readings that had to be made again."""
    run, settings, request = passage.run, passage.settings, passage.request
    if run.as_of is None:
        passage.intake = intake(run, settings, datetime.now(CHINA), lambda done, of: passage.tell("land" if done else "read", done, of))
    if request.reads_again:
        read_again(run, settings, in_partitions(run.folder, request.districts, request.periods))
    passage.lists = lists.write(run)
    if passage.lists.damaged:
        passage.damaged = passage.lists.faults
        read_again(run, settings, passage.lists.damaged)
        passage.lists = lists.write(run)


def landing(catalog: Catalog) -> list[dg.AssetSpec]:
    """One asset per ledger, without a body: `submissions` writes them, and its events colour their grid."""
    grid = partitions.grid(catalog.units)
    return [
        dg.AssetSpec(
            ["landing", ledger.id],
            deps=[submissions],
            partitions_def=grid,
            group_name="landing",
            kinds={"parquet"},
            owners=TEAM,
            description=f"{ledger.title}: {ledger.grain}",
        )
        for ledger in catalog.ledgers.values()
    ]


def checks(catalog: Catalog, facts: DbtPart) -> dg.AssetsDefinition:
    """Every promise of every ledger, judged on the completeness grids; an asset check each."""
    promised = [(ledger.id, promise) for ledger in catalog.ledgers.values() for promise in ledger.promises]

    @dg.asset(
        deps=[key for key in facts.models if key.path[-1].startswith("completeness_")],
        check_specs=[dg.AssetCheckSpec(f"{ledger}__{promise.id}", asset="check_result", description=promise.sentence) for ledger, promise in promised],
        group_name="checks",
        kinds={"greatexpectations", "parquet"},
        owners=TEAM,
        description="Each promise, for each unit and period: pass, fail, no data, did not run.",
    )
    def check_result(passage: dg.ResourceParam[Passage]) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
        with passage.step("check_result"):
            judged = judge(passage.run)
            check_results.write(passage.run.lists, judged)
        passage.checks.update(result.state for result in judged)
        yield dg.MaterializeResult(metadata=dict(passage.checks))
        yield from as_asset_checks(promised, judged)

    return check_result


def as_asset_checks(promised: Sequence[tuple[str, Promise]], judged: Sequence[CheckResult]) -> Iterator[dg.AssetCheckResult]:
    """One result per promise, with the units that do not keep it. What did not run is an error, and stops nothing."""
    for ledger, promise in promised:
        of_it = [result for result in judged if (result.ledger, result.promise) == (ledger, promise.id)]
        failing = [f"{result.unit_code} {result.period}" for result in of_it if result.state == "fail"]
        ran = all(result.state != "did_not_run" for result in of_it)
        yield dg.AssetCheckResult(
            check_name=f"{ledger}__{promise.id}",
            passed=ran and not failing,
            severity=dg.AssetCheckSeverity.ERROR if promise.severity == "critical" or not ran else dg.AssetCheckSeverity.WARN,
            metadata={"failing": failing, "judged": len(of_it), "ran": ran},
        )


def published(results: DbtPart) -> dg.AssetsDefinition:
    """The step by which everybody sees what was built."""

    @dg.asset(
        deps=results.models, group_name="publish", kinds={"duckdb"}, owners=TEAM, description="What everybody sees: an immutable file and the link to it."
    )
    def published(passage: dg.ResourceParam[Passage]) -> dg.MaterializeResult[None]:
        if passage.lists is None:
            raise dg.Failure("a candidate is published by the run that built it: run the whole path", allow_retries=False)
        with passage.step("published"):
            passage.published = publish(passage.run, passage.lists.keys, (*passage.lists.withheld, *passage.lost))
            AccessLog(passage.run.folder).append(Access(at=datetime.now(CHINA), by=passage.request.by, what="publish", asked=passage.published.file))
            lists.keep_last(passage.run)
        return dg.MaterializeResult(metadata={"version": passage.published.version, "withheld": list(passage.published.withheld)})

    return published


@dg.asset(deps=["published"], group_name="answers", kinds={"excel"}, owners=TEAM, description="What goes back to the offices: marked workbooks, receipts.")
def answers(passage: dg.ResourceParam[Passage]) -> dg.MaterializeResult[None]:
    """Answer every office by what was published; a past day answers nobody."""
    copies = 0
    if passage.lists and passage.published and passage.run.as_of is None:
        with passage.step("answers"):
            published = passage.published
            index = hand_out(passage.run, passage.settings, passage.lists.standings, published.version, passage.run.folder.published / published.file)
        copies = len(index.handed_back)
    return dg.MaterializeResult(metadata={"copies": copies})


@dg.asset(deps=["published"], group_name="extracts", kinds={"excel"}, owners=TEAM, description="What goes out: each report of the newest month that is over.")
def extract(passage: dg.ResourceParam[Passage]) -> dg.MaterializeResult[None]:
    """Write the reports of what was published; of a past day nothing goes out. Nothing hangs on it: when it fails, what is published stays."""
    made: tuple[Manifest, ...] = ()
    if passage.published and passage.run.as_of is None:
        with passage.step("extract"):
            asker = Asker(by=passage.request.by, at=datetime.now(CHINA))
            made = extract_newest(passage.run.folder, passage.published, passage.run.today, asker)
    return dg.MaterializeResult(metadata={"reports": [f"{one.report} {one.period}" for one in made]})
