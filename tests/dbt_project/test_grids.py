"""The completeness grids: one cell broken just past a threshold flips one share and no other; nothing filed is no share."""

import math
import re
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from catalog.catalog import load
from catalog.ledger import Ledger, Promise
from tests.dbt_project.building import Warehouse

PROMISES = [(ledger, promise) for ledger in load().ledgers.values() for promise in ledger.promises]
KEPT = {"VARCHAR": "'x'", "BIGINT": "1", "BOOLEAN": "true", "DATE": "date '2023-04-01'"}  # by type: a value that keeps a promise
ROWS = 50  # of a return that is made up
Failing = set[tuple[str, str, str]]


@dataclass(frozen=True)
class Return:
    """The return of a unit, and how many of its rows count."""

    unit: str
    period: str
    rows: int


def grid(connection: duckdb.DuckDBPyConnection, compiled: Path, ledger: Ledger) -> Failing:
    """Promise, unit and period of every share below its threshold, from the grid's own SQL."""
    sql = (compiled / "completeness" / f"completeness_{ledger.id}.sql").read_text(encoding="utf-8")
    found: Failing = set()
    for promise in ledger.promises:
        rows = connection.execute(f"select unit_code, period from ({sql}) where {promise.id} < {promise.at_least}").fetchall()
        found |= {(promise.id, unit, period) for unit, period in rows}
    return found


def largest(connection: duckdb.DuckDBPyConnection, ledger: Ledger) -> Return:
    """The return with most rows that count; of a ledger that no sample office filed, one that is made up."""
    most = f"select unit_code, period, count(*) from stg_{ledger.id} where not is_blocked group by all order by count(*) desc, unit_code, period limit 1"
    found = connection.execute(most).fetchone()
    return Return(*found) if found else made_up(connection, ledger)


def made_up(connection: duckdb.DuckDBPyConnection, ledger: Ledger) -> Return:
    """A return of April with nothing in its rows."""
    made = Return("150203", "2023-04", ROWS)
    whose = f"'{made.unit}' as unit_code, '{made.unit}' as district_code, '{made.period}' as period"
    connection.execute(f"insert into int_return_judged by name select '{ledger.id}' as ledger, {whose}, true as is_owed, true as is_filed")
    connection.execute(
        f"insert into stg_{ledger.id} by name select 'made-' || number as row_key, {whose}, false as is_blocked from range({ROWS}) as made (number)"
    )
    return made


def put(connection: duckdb.DuckDBPyConnection, ledger: Ledger, column: str, filed: Return) -> None:
    """Fill a column in every row of a return."""
    kept = KEPT[ledger.landed[column]]
    connection.execute(f"update stg_{ledger.id} set {column} = {kept} where unit_code = '{filed.unit}' and period = '{filed.period}'")


def keep(connection: duckdb.DuckDBPyConnection, ledger: Ledger, promise: Promise, filed: Return) -> None:
    """Make every row of a return keep a promise."""
    for column in asked(ledger, promise):
        put(connection, ledger, column, filed)


def lose(connection: duckdb.DuckDBPyConnection, table: str, columns: list[str], filed: Return, rows: int) -> None:
    """Empty some columns in the first rows of a return."""
    connection.execute(f"""
        update {table} set {", ".join(f"{column} = null" for column in columns)} where row_key in (
            select row_key from {table} where unit_code = '{filed.unit}' and period = '{filed.period}' and not is_blocked order by row_key limit {rows}
        )
    """)


def asked(ledger: Ledger, promise: Promise) -> list[str]:
    """The columns that a promise asks about."""
    return columns_in(ledger, promise.share_of)


def columns_in(ledger: Ledger, sql: str) -> list[str]:
    """The landed columns that stand in SQL."""
    return [word for word in re.findall(r"[a-z_]+", sql) if word in ledger.landed]


@pytest.mark.parametrize(("ledger", "promise"), PROMISES, ids=[f"{ledger.id}-{promise.id}" for ledger, promise in PROMISES])
def test_one_cell_past_the_threshold_flips_one_share(samples: Warehouse, tmp_path: Path, ledger: Ledger, promise: Promise) -> None:
    """A return stands at the threshold of a promise; one more empty cell, and that share of that return fails, no other."""
    changed = samples.copy(tmp_path / "changed", parts=("work",))
    with duckdb.connect(str(changed.file)) as connection:
        filed = largest(connection, ledger)
        for column in columns_in(ledger, promise.among):
            put(connection, ledger, column, filed)
        allowed = filed.rows - math.ceil(promise.at_least * filed.rows)
        keep(connection, ledger, promise, filed)
        lose(connection, f"stg_{ledger.id}", asked(ledger, promise), filed, allowed)
        before = grid(connection, samples.compiled, ledger)
        lose(connection, f"stg_{ledger.id}", asked(ledger, promise), filed, allowed + 1)
        after = grid(connection, samples.compiled, ledger)

    assert after - before == {(promise.id, filed.unit, filed.period)}
    assert before <= after


def test_a_unit_that_filed_nothing_has_a_row_and_no_share(samples: Warehouse) -> None:
    """东河区 owed its April dispute ledger and filed none: it stands in the grid, without a single share."""
    shares = ", ".join(promise.id for promise in load().ledgers["dispute"].promises)

    (row,) = samples.rows(f"select is_owed, is_filed, record_count, {shares} from completeness_dispute where unit_code = '150202' and period = '2023-04'")
    assert row[:3] == (True, False, None)
    assert set(row[3:]) == {None}


def test_a_column_that_the_layout_lacks_is_not_kept(samples: Warehouse) -> None:
    """土默特右旗's layout has no plan: none of its disputes keeps that promise. What is asked of all is not excused by a form."""
    assert samples.column("select plan_given from completeness_dispute where unit_code = '150221' and period = '2023-04'") == [0.0]


def test_without_check_results_every_promise_did_not_run(samples: Warehouse) -> None:
    """Every promise is asked of every return that is owed or filed; where no check brought anything home, that is what stands there."""
    every_month = 4 * (11 * 6 + 10 * 4 + 11 * 5)  # disputes, rounds, cases
    rosters, claims = 11 * (4 + 3), 5
    assert samples.rows("select state, count(*) from fct_check_result group by state") == [("did_not_run", every_month + rosters + claims)]
