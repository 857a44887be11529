"""The sample offices as landed readings and lists, made from the expected records: what dbt builds from, without any reader.

Hashes are made up, but hold what keyed hashes hold: equal words, equal hash; other words, another.
"""

import csv
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from string import ascii_uppercase

import pyarrow as pa
import pyarrow.parquet as pq

from catalog.catalog import Catalog, load
from catalog.ledger import Column, Ledger
from catalog.period import Period
from warehouse import list_rows, lists

EXPECTED = Path(__file__).parents[1] / "samples" / "expected"
MONTHS = ("2023-04", "2023-05", "2023-06", "2023-07")  # owed as of 6 July 2023
DUE = {"2023-04": date(2023, 5, 5), "2023-05": date(2023, 6, 5), "2023-06": date(2023, 7, 5), "2023-07": date(2023, 8, 7)}
DECIDED_AT = datetime.fromisoformat("2023-07-01T00:00")  # UTC, as in the list
ARROW = {
    "VARCHAR": pa.string(), "BIGINT": pa.int64(), "DOUBLE": pa.float64(), "DATE": pa.date32(), "TIMESTAMP": pa.timestamp("us"), "BOOLEAN": pa.bool_(),
    "VARCHAR[]": pa.list_(pa.string()), "BIGINT[]": pa.list_(pa.int64()),
}  # fmt: skip

Value = str | int | float | bool | date | list[str] | None


@dataclass(frozen=True)
class Delivery:
    """One file as it came, and what it counts for."""

    file: str
    ledger: str
    unit: str
    period: str
    received: str  # Chinese time, as the journal keeps it
    standing: str = "live"
    kind: str = "return"
    note: str | None = None
    table: int | None = None  # which of several in the file

    @property
    def records(self) -> str:
        """The name of the expected records."""
        return f"{Path(self.file).stem}.t{self.table}.csv" if self.table else f"{Path(self.file).stem}.csv"

    @property
    def submission_id(self) -> str:
        """The delivery, named by its file."""
        return fake(self.file)


ROSTERS = "昆都仑区/昆都仑区调解组织和调解员花名册2023.4.xlsx"
DELIVERIES = (
    Delivery("达尔罕茂明安联合旗/达茂旗人民调解员名册(导入模板).xlsx", "mediator", "150223", "2023-04", "2023-04-27T10:10+08:00"),
    Delivery(ROSTERS, "committee", "150203", "2023-04", "2023-04-28T10:00+08:00", table=1),
    Delivery(ROSTERS, "mediator", "150203", "2023-04", "2023-04-28T10:00+08:00", table=2),
    Delivery("昆都仑区/人民调解案件导出_昆都仑区_202304.xls", "mediation_case", "150203", "2023-04", "2023-05-04T15:30+08:00"),
    Delivery("昆都仑区/4月排查情况登记表(各街道汇总).xlsx", "screening_round", "150203", "2023-04", "2023-05-04T17:40+08:00"),
    Delivery("达尔罕茂明安联合旗/达茂旗矛盾纠纷排查化解信息4月.xlsx", "dispute", "150223", "2023-04", "2023-05-05T09:50+08:00"),
    Delivery("达尔罕茂明安联合旗/达茂旗人民调解案件2023年4月.xlsx", "mediation_case", "150223", "2023-04", "2023-05-05T09:45+08:00"),
    Delivery("昆都仑区/昆区2023年4月矛盾纠纷台账(定稿).xlsx", "dispute", "150203", "2023-04", "2023-05-05T10:12+08:00", standing="replaced"),
    Delivery("土默特右旗/土右旗4月份突出矛盾纠纷台账.xlsx", "dispute", "150221", "2023-04", "2023-05-05T17:55+08:00"),
    Delivery("土默特右旗/土右旗4月人民调解登记表.xlsx", "mediation_case", "150221", "2023-04", "2023-05-05T18:10+08:00"),
    Delivery("达尔罕茂明安联合旗/达茂旗口头协议登记表.xlsx", "mediation_case", "150223", "2023-04", "2023-05-05T23:58+08:00", note="added, 12 new"),
    Delivery("昆都仑区/昆区以案定补申报汇总表4月.xlsx", "subsidy_claim", "150203", "2023-04", "2023-05-08T09:30+08:00"),
    Delivery(
        "昆都仑区/昆区2023年4月矛盾纠纷台账（更正）.xlsx", "dispute", "150203", "2023-04", "2023-05-09T16:20+08:00",
        kind="correction", note="replaced, 33 of 33 kept, 1 new",
    ),
    Delivery("昆都仑区/昆区5月调解案件.csv", "mediation_case", "150203", "2023-05", "2023-06-02T11:00+08:00"),
    Delivery("达尔罕茂明安联合旗/满都拉边境派出所调处记录.xlsx", "mediation_case", "150223", "2023-05", "2023-06-02T20:10+08:00"),
    Delivery("达尔罕茂明安联合旗/达茂旗调解案件台帐（5月）.xlsx", "mediation_case", "150223", "2023-05", "2023-06-04T12:00+08:00", note="added"),
    Delivery("昆都仑区/昆区2023年5月矛盾纠纷台账.xlsx", "dispute", "150203", "2023-05", "2023-06-05T09:00+08:00"),
    Delivery("土默特右旗/土右旗5月份突出矛盾纠纷台账.xlsx", "dispute", "150221", "2023-05", "2023-06-13T10:40+08:00"),
)  # fmt: skip


@dataclass(frozen=True)
class Filed:
    """One expected record: where it stands, what each declared column says ("" is blank), and what is wrong in it."""

    sheet: str
    row: int
    cells: Mapping[str, str]
    problem_fields: tuple[str, ...]
    is_blocked: bool


@dataclass(frozen=True)
class Match:
    """A person's decision that two disputes are the same, or are not."""

    key_a: str
    key_b: str
    same: bool


def fake(*words: object) -> str:
    """A made-up keyed hash."""
    return hashlib.sha256("\x1f".join(map(str, words)).encode()).hexdigest()[:16]


def land_samples(home: Path) -> None:
    """A home in which all sample returns of all ledgers have been received and read."""
    land_nothing(home)
    readings = [land(home, delivery) for delivery in DELIVERIES if delivery.standing == "live"]
    put(home, "live_reading", readings)
    put(home, "submission", [submission(delivery) for delivery in DELIVERIES])
    put(home, "obligation", list(obligations(load())))


def land_nothing(home: Path) -> None:
    """A home in which nothing has been received: empty lists and each ledger's zero-row file."""
    lists_of(home).mkdir(parents=True)
    lists.write_empty(lists_of(home))
    for ledger in load().ledgers.values():
        write_landing(home / "landing" / ledger.id / "_none.parquet", ledger, [])


def decide(home: Path, *matches: Match) -> None:
    """Put decisions into the list."""
    given = {"kind": "match", "decided_at": DECIDED_AT}
    put(home, "decision", [given | {"decision_id": fake(m), "key_a": m.key_a, "key_b": m.key_b, "same": m.same} for m in matches])


def lists_of(home: Path) -> Path:
    """Where the lists stand that a build without a run reads."""
    return home / "work" / "lists"


def put(home: Path, name: str, rows: list[dict[str, object]]) -> None:
    """Write one list."""
    pq.write_table(pa.Table.from_pylist(rows, schema=list_rows.schema(list_rows.LISTS[name])), lists_of(home) / f"{name}.parquet")


def land(home: Path, delivery: Delivery) -> dict[str, object]:
    """Write the reading of a delivery; gives its row of the list of live readings."""
    ledger = load().ledgers[delivery.ledger]
    path = (
        home / "landing" / ledger.id / f"district={delivery.unit}" / f"period={delivery.period}" / f"{delivery.submission_id}-{delivery.table or 1}-r.parquet"
    )
    filed = list(records(ledger, delivery))
    absent = [name for name in ledger.columns if name not in filed[0].cells]
    rows = [landed_row(ledger, delivery, record, absent) for record in filed]
    townships = {str(row["township_code"]) for row in rows if row.get("township_code")}
    write_landing(path, ledger, rows)
    return {
        "path": str(path), "ledger": ledger.id, "submission_id": delivery.submission_id, "reading_id": "r", "district_code": delivery.unit,
        "period": delivery.period, "sha256": fake(path), "records": len(rows), "townships": sorted(townships),
    }  # fmt: skip


def write_landing(path: Path, ledger: Ledger, rows: list[dict[str, Value]]) -> None:
    """Write one landing file with the columns and types that the catalog declares."""
    path.parent.mkdir(parents=True, exist_ok=True)
    schema = pa.schema([(name, ARROW[sql_type]) for name, sql_type in ledger.landing.items()])
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), path)


def records(ledger: Ledger, delivery: Delivery) -> Iterator[Filed]:
    """The expected records of a delivery under the catalog's names, with what `problems.csv` labels in them."""
    names = {column.domain_field or name: name for name, column in ledger.columns.items()}
    labels = list(read_csv(EXPECTED / "problems.csv"))
    for record in read_csv(EXPECTED / delivery.records):
        row = record["_row"]
        place = (delivery.file, record["_sheet"], row)
        wrong = [label for label in labels if (label["file"], label["sheet"], label["cell"].lstrip(ascii_uppercase)) == place and label["scope"] != "cross"]
        cells = {names[field]: value for field, value in record.items() if not field.startswith("_")}
        lost = [names[label["field"]] for label in wrong if is_lost(label, record)]
        cells |= dict.fromkeys(lost, "")
        yield Filed(record["_sheet"], int(row), cells, tuple(lost), any(label["kind"] == "duplicate_row" for label in wrong))


def is_lost(label: Mapping[str, str], record: Mapping[str, str]) -> bool:
    """Whether something was filed in the labelled cell and nothing of it lands: it is blocked, or could not be read."""
    if label["kind"] in ("required_missing", "duplicate_row"):
        return False
    return label["severity"] == "block" or not record[label["field"]]


def read_csv(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a delimited file."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def landed_row(ledger: Ledger, delivery: Delivery, filed: Filed, absent: list[str]) -> dict[str, Value]:
    """One landed row."""
    period = Period.parse(delivery.period)
    known_by = identity(ledger, delivery, filed)
    row: dict[str, Value] = {
        "submission_id": delivery.submission_id, "reading_id": "r", "table_number": delivery.table or 1,
        "district_code": delivery.unit, "unit_code": delivery.unit,
        "period": period.code, "period_from": period.start, "period_to": period.end, "basis": "period", "return_kind": delivery.kind,
        "source_sheet": filed.sheet, "source_row": filed.row,
        "record_key": next((fake(key) for key in known_by.values() if key), fake(delivery.unit, period.code, filed.sheet, filed.row)),
        "is_blocked": filed.is_blocked, "problem_fields": list(filed.problem_fields), "absent_fields": absent,
    }  # fmt: skip
    row |= known_by
    for name, column in ledger.columns.items():
        row |= landed_cell(name, column, filed.cells.get(name, ""))
    return row


def identity(ledger: Ledger, delivery: Delivery, filed: Filed) -> dict[str, str | None]:
    """The hash of each alternative of identity that is filled."""
    keys: dict[str, str | None] = {}
    for column, alternative in zip(ledger.identity_columns, ledger.identity, strict=True):
        words = [filed.cells.get(name, "") for name in alternative]
        keys[column] = fake(ledger.id, delivery.unit, column, *words) if all(words) else None
    return keys


def landed_cell(name: str, column: Column, text: str) -> dict[str, Value]:
    """What lands of one cell."""
    flags: dict[str, Value] = {flag: any(word in text for word in words) for flag, words in column.flags.items()}
    if column.privacy == "person":
        return flags | ({f"{name}_hash": fake(text), f"{name}_hashes": [fake(text)], f"{name}_masked": f"{text[0]}**"} if text else {})
    if column.privacy == "sensitive" and column.type != "yesno":
        return flags
    if column.privacy == "narrative":
        return flags | ({f"{name}_length": len(text), f"{name}_hash": fake(text)} if text else {})
    return flags | {name: typed(column, text)}


def typed(column: Column, text: str) -> Value:
    """A cell's text as a value of its column's type; None when it is blank."""
    if not text:
        return None
    match column.type:
        case "int" | "money":
            return int(text)
        case "number":
            return float(text)
        case "date":
            return date.fromisoformat(text)
        case "yesno":
            return text == "true"
        case _:
            return text


def submission(delivery: Delivery) -> dict[str, object]:
    """A delivery as a row of the list of submissions."""
    period, received = Period.parse(delivery.period), datetime.fromisoformat(delivery.received)
    counts = dict.fromkeys(("records", "blocked", "block_problems", "explain_problems", "hint_problems", "kept", "new", "lost"), 0)
    return counts | {
        "submission_id": delivery.submission_id, "district_code": delivery.unit, "sha256": fake(delivery.file),
        "received_at": received.astimezone(UTC).replace(tzinfo=None),
        "received_on": received.date(), "ledger": delivery.ledger, "unit_code": delivery.unit, "period": period.code,
        "period_from": period.start, "period_to": period.end, "basis": "period", "kind": delivery.kind, "verdict": "accepted",
        "standing": delivery.standing, "note": delivery.note,
    }  # fmt: skip


def obligations(catalog: Catalog) -> Iterator[dict[str, object]]:
    """What is owed, month by month: by the offices, and inside the screening register by each of their townships; rosters are owed for April."""
    townships = [unit for unit in catalog.units if unit.level == "township" and not unit.pseudo]
    for period in map(Period.parse, MONTHS):
        for unit in catalog.units.reporting:
            for ledger in ("dispute", "mediation_case", *(("committee", "mediator") if period.code == MONTHS[0] else ())):
                yield owed("file", unit.code, unit.code, ledger, period)
            if unit.code != "150200-BJ":
                yield owed("file", unit.code, unit.code, "screening_round", period)
        for township in townships:
            yield owed("content", township.code, str(township.parent), "screening_round", period)


def owed(depth: str, unit: str, district: str, ledger: str, period: Period) -> dict[str, object]:
    """One obligation."""
    return {
        "obligation_id": fake(depth, unit, ledger, period.code), "depth": depth, "unit_code": unit, "district_code": district, "ledger": ledger,
        "period": period.code, "period_from": period.start, "period_to": period.end, "due_on": DUE[period.code], "is_exempt": False,
    }  # fmt: skip
