"""Small checked tables for tests: a dispute ledger of two rows, each part of which a test may say otherwise."""

from dataclasses import replace
from datetime import date

from catalog.catalog import load
from catalog.period import Period
from ingest.checked import CheckedRecord, CheckedTable, FiledColumn, Typed

CATALOG = load()
FILED = ("township_code", "parties", "brief", "amount_fen", "responsible_unit_text", "responsible_person", "deadline_on", "state_code", "remark")
VALUES: dict[str, Typed] = {
    "township_code": "150203014",
    "parties": "谢永平、邓淑超",
    "brief": "谢永平经营的门店与邓淑超因货款结算不一致产生争议。",
    "amount_fen": 150000,
    "responsible_unit_text": "昆北街道司法所",
    "responsible_person": "邹立兰",
    "deadline_on": date(2023, 5, 3),
    "state_code": "LS3",
    "remark": None,
}


def record(row: int = 4, **values: Typed) -> CheckedRecord:
    """One row; what is named departs from an ordinary dispute."""
    return CheckedRecord(row, VALUES | values)


def table(*records: CheckedRecord, **changes: object) -> CheckedTable:
    """A table of 昆都仑区's April ledger."""
    made = CheckedTable(
        number=1,
        sheet="4月台账",
        ledger="dispute",
        unit_code="150203",
        district="150203",
        period=Period.parse("2023-04"),
        basis="period",
        kind="return",
        is_final_only=False,
        verdict="accepted",
        columns=tuple(
            FiledColumn(number, CATALOG.ledgers["dispute"].columns[name].title, f"{chr(64 + number)}3", (name,)) for number, name in enumerate(FILED, start=1)
        ),
        absent_fields=tuple(name for name in CATALOG.ledgers["dispute"].columns if name not in FILED),
        records=records or (record(), record(5, parties="苏和与余云霞", brief="苏和与余云霞因草牧场网围栏位置发生争议。")),
    )
    return replace(made, **changes)  # type: ignore[arg-type]
