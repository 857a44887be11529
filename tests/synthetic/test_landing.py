"""The city as rows that have landed: in the shape of the catalog, copies told apart."""

from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq

from catalog.catalog import load
from catalog.ledger import Ledger
from ingest.landing import schema
from synthetic.landing import LANDING, land_unit
from tests.synthetic.small_city import PLAN

UNIT = "150206"


def test_rows_land_as_those_that_were_read(tmp_path: Path) -> None:
    """Every file has exactly the columns of the ledger's landing."""
    found = land_unit(UNIT, PLAN, tmp_path)

    ledgers: dict[str, Ledger] = load().ledgers
    assert {one.ledger for one in found} >= {"dispute", "screening_round", "mediation_case", "mediator"}
    assert all(pq.read_schema(tmp_path / LANDING / one.file).equals(schema(ledgers[one.ledger])) for one in found)


def test_a_larger_city_has_other_records_in_the_same_units(tmp_path: Path) -> None:
    """Three times the rows, three times the records, no person twice."""
    found = next(one for one in land_unit(UNIT, replace(PLAN, scale=3), tmp_path) if one.ledger == "mediation_case")
    table = pq.read_table(tmp_path / LANDING / found.file)

    assert found.rows == table.num_rows
    assert len(set(table["record_key"].to_pylist())) == found.rows
    assert len(set(table["case_no"].to_pylist())) == found.rows
    assert len(set(table["source_row"].to_pylist())) == found.rows
    assert set(table["unit_code"].to_pylist()) == {UNIT}


def test_no_record_is_known_as_one_of_another_unit(tmp_path: Path) -> None:
    """Every office numbers its vouchers from 1, and no payment is another office's."""
    files = [one for unit in (UNIT, "150205") for one in land_unit(unit, PLAN, tmp_path) if one.ledger == "fund_payment"]
    keys = [key for one in files for key in pq.read_table(tmp_path / LANDING / one.file)["record_key"].to_pylist()]

    assert len(set(keys)) == len(keys) == sum(one.rows for one in files)
