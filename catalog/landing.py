"""What the columns of a landing file state: `Ledger.landing` has their names and types, here stand the words that describe them."""

from dataclasses import dataclass

from catalog.ledger import Ledger


@dataclass(frozen=True)
class LandedColumn:
    """One column of a landing file: its name, its SQL type (as DuckDB and Parquet know it), and what it states."""

    name: str
    type: str
    description: str


COMMON = {
    "submission_id": "the delivery the row came with",
    "reading_id": "the reading of that delivery",
    "table_number": "which of the file's tables, from 1",
    "district_code": "the reporting unit that filed it; row-level rules go by it",
    "unit_code": "the unit whose return it is",
    "period": "the period of the return",
    "period_from": "the period's first day",
    "period_to": "the period's last day",
    "basis": "period, or cumulative: never added up",
    "return_kind": "return, nil, correction or cumulative",
    "source_sheet": "the sheet the row stands on",
    "source_row": "the row on that sheet, from 1",
    "source_column": "the column on that sheet, from 1",
    "record_key": "survives resubmission: keyed hash of the first filled alternative of identity, else of the row's place",
    "is_blocked": "the row repeats another of its file and counts nowhere",
    "problem_fields": "columns where something was filed and nothing landed, or whose value is blocked",
    "absent_fields": "declared columns that the layout lacks",
}
SHAPES = {
    "_hash": " (keyed hash)",
    "_hashes": " (keyed hashes of each person)",
    "_masked": " (masked)",
    "_length": " (number of characters)",
    "_signature": " (keyed signature by which copies are found)",
}


def landed_columns(ledger: Ledger) -> tuple[LandedColumn, ...]:
    """Every column of a ledger's landing files, in the order in which they are written, each with its description."""
    described = COMMON | identity(ledger) | stated(ledger)
    return tuple(LandedColumn(name, sql_type, described[name]) for name, sql_type in ledger.landing.items())


def identity(ledger: Ledger) -> dict[str, str]:
    """The hashes of identity, each described by the columns it is made of."""
    alternatives = () if ledger.identity == "none" else ledger.identity
    return {
        name: f"keyed hash of {', '.join(alternative)}; null unless all of it is filled"
        for name, alternative in zip(ledger.identity_columns, alternatives, strict=True)
    }


def stated(ledger: Ledger) -> dict[str, str]:
    """What lands for each declared column, described by its title and meaning."""
    described: dict[str, str] = {}
    for name, column in ledger.columns.items():
        for landed in ledger.landed_as(name):
            words = column.flags.get(landed)
            said = f"raised by the words {', '.join(words)}" if words else f"{column.meaning}{SHAPES.get(landed.removeprefix(name), '')}"
            described[landed] = f"{column.title}: {said}"
    return described
