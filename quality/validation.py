"""Great Expectations at work: one validation for each ledger on its completeness grid, and verdicts that name the failing units.

Imported in a process of its own only (`quality.judge`): it is slow to load, and it holds the file with a configuration of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import great_expectations as gx
import sqlalchemy as sa
from great_expectations.core import ExpectationValidationResult
from great_expectations.data_context import EphemeralDataContext
from great_expectations.data_context.types.base import DataContextConfig, InMemoryStoreBackendDefaults, ProgressBarsConfig

from catalog.ledger import Ledger
from quality import duckdb_read_only, suites

KEY = ("unit_code", "period")
NEVER_CUT = 10**6  # Great Expectations lists 20 failing rows by SQL, even when asked for all, unless told how many are all
Key = tuple[str, str]


class Incomplete(Exception):
    """An expectation counted failing rows that it did not list: its verdict cannot be told unit by unit."""


@dataclass(frozen=True)
class GridRow:
    """One unit in one period: its district, and the share of its rows that keep each promise (None: nothing was filed, or no such column)."""

    unit_code: str
    period: str
    district_code: str
    shares: Mapping[str, float | None]


@dataclass(frozen=True)
class Verdict:
    """What one expectation found; a promise whose expectation raised has none."""

    failing: frozenset[Key]


class Grids:
    """The completeness grids of one DuckDB file, opened to be read."""

    def __init__(self, file: Path) -> None:
        self._context = quiet_context()
        address = f"{duckdb_read_only.SCHEME}:///{file}"
        self._source = self._context.data_sources.add_sql("grids", connection_string=address, create_temp_table=False)

    def rows(self, ledger: Ledger) -> list[GridRow]:
        """Every row of a ledger's grid. Raises when there is no such grid: nothing can be judged then."""
        with self._source.get_engine().connect() as connection:
            found = connection.execute(sa.select("*").select_from(sa.table(table(ledger))).order_by(*map(sa.column, KEY))).mappings().all()
        return [GridRow(row["unit_code"], row["period"], row["district_code"], {p.id: row.get(p.id) for p in ledger.promises}) for row in found]

    def verdicts(self, ledger: Ledger) -> dict[str, Verdict]:
        """The verdict of each promise of a ledger, from one validation of its whole grid; without those whose expectation raised."""
        suite = self._context.suites.add(suites.suite(ledger))
        grid = self._source.add_table_asset(ledger.id, table_name=table(ledger)).add_batch_definition_whole_table("all")
        validation = self._context.validation_definitions.add(gx.ValidationDefinition(name=ledger.id, data=grid, suite=suite))
        everything = {"result_format": "COMPLETE", "unexpected_index_column_names": list(KEY), "partial_unexpected_count": NEVER_CUT}
        return dict(judged(validation.run(result_format=everything).results))


def judged(results: Iterable[ExpectationValidationResult]) -> Iterable[tuple[str, Verdict]]:
    """Promise and verdict of each expectation that ran to its end. Incomplete when it counted more than it listed."""
    for result in results:
        if raised(result.exception_info) or result.expectation_config is None:
            continue  # it looks like a failure (success is False), but nothing was found out
        promise = result.expectation_config.kwargs["column"]
        failing = frozenset((row["unit_code"], row["period"]) for row in result.result["unexpected_index_list"] or ())
        counted = result.result["unexpected_count"] or 0  # None: the grid is empty
        if len(failing) != counted:
            raise Incomplete(f"{promise}: {counted} rows fail, {len(failing)} are listed")
        yield promise, Verdict(failing)


def raised(exception_info: object) -> bool:
    """Whether an exception stands anywhere in what Great Expectations tells of one; it is nested under the metrics that raised."""
    if not isinstance(exception_info, Mapping):
        return False
    return bool(exception_info.get("raised_exception")) or any(map(raised, exception_info.values()))


def quiet_context() -> EphemeralDataContext:
    """A context that leaves no files, draws no progress bars and tells nobody."""
    config = DataContextConfig(
        store_backend_defaults=InMemoryStoreBackendDefaults(),
        progress_bars=ProgressBarsConfig(globally=False),
        analytics_enabled=False,
    )
    return gx.get_context(mode="ephemeral", project_config=config)


def table(ledger: Ledger) -> str:
    """The grid's name, as dbt renders it."""
    return f"completeness_{ledger.id}"
