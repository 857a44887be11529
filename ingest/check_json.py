"""The JSON of `check --json`: one answer per file, in the shape that scripts rely on; of one's own file as it was read, or as it would land."""

from collections.abc import Iterator, Mapping, Sequence

from pydantic import BaseModel, ConfigDict, Field

from catalog.catalog import Catalog
from catalog.severity import Severity
from ingest.cells import Refused, address
from ingest.checked import CheckedFile, CheckedTable, FileKind, Typed, Verdict
from ingest.landing import Landed, facts
from ingest.protect import Protector


class Answer(BaseModel):
    """A part of the answer, filled from the dataclass of the same fields."""

    model_config = ConfigDict(frozen=True, from_attributes=True, serialize_by_alias=True)


class RefusalAnswer(Answer):
    """Why a file could not be read, and what to do about it."""

    code: str
    message: str
    remedy: str


class ProblemAnswer(Answer):
    """A problem as `ingest.checked.Problem` holds it."""

    code: str
    severity: Severity
    sheet: str | None
    cell: str | None
    field: str | None
    value: str | None
    message: str
    should_be: str
    remedy: str
    see_also: tuple[str, ...]


class ChangedAnswer(Answer):
    """A change as `ingest.checked.Changed` holds it; `from` is a word of Python, so it is an alias."""

    sheet: str
    cell: str
    field: str
    from_: str = Field(serialization_alias="from")
    to: Typed
    rule: str


class CheckAnswer(Answer):
    """One file. `ledger` is a list where a workbook holds several; each record then says its own in `_ledger`."""

    file: str
    sha256: str
    opened: bool
    format: str | None
    refusal: RefusalAnswer | None
    ledger: str | list[str] | None
    unit_code: str | None
    period: str | None
    kind: FileKind
    decision: Verdict | None
    records: list[dict[str, Landed]]
    problems: list[ProblemAnswer]
    changed: list[ChangedAnswer]


def check_answer(checked: CheckedFile, catalog: Catalog, protector: Protector | None = None) -> CheckAnswer:
    """The answer about one checked file; refusals get their words from the catalog. With a protector: what would land, and no value that would not."""
    ledgers = list(dict.fromkeys(table.ledger for table in checked.tables))
    return CheckAnswer(
        file=checked.file,
        sha256=checked.sha256,
        opened=checked.refusal is None,
        format=checked.format,
        refusal=refusal(checked.refusal, catalog),
        ledger=ledgers if len(ledgers) > 1 else next(iter(ledgers), None),
        unit_code=shared(table.unit_code for table in checked.tables),
        period=shared(str(table.period) if table.period else None for table in checked.tables),
        kind=checked.kind,
        decision=checked.decision,
        records=[record for table in checked.tables for record in records(table, catalog, protector, several=len(ledgers) > 1)],
        problems=[ProblemAnswer.model_validate(problem) for problem in checked.every_problem] if protector is None else [],
        changed=[ChangedAnswer.model_validate(changed) for table in checked.tables for changed in table.changed] if protector is None else [],
    )


def refusal(refused: Refused | None, catalog: Catalog) -> RefusalAnswer | None:
    """The refusal in the catalog's words."""
    if refused is None:
        return None
    words = catalog.refusals[refused.code]
    return RefusalAnswer(code=refused.code, message=words.said_of(refused.facts), remedy=words.remedy)


def shared(values: Iterator[str | None]) -> str | None:
    """The first that is known: tables of one workbook share unit and period, or say so in their problems."""
    return next((value for value in values if value is not None), None)


def records(table: CheckedTable, catalog: Catalog, protector: Protector | None, *, several: bool) -> Iterator[dict[str, Landed]]:
    """The table's records, as read or as they would land, with the place each was read from."""
    for record, values in zip(table.records, stated(table, catalog, protector), strict=True):
        place: dict[str, Landed] = {"_sheet": table.sheet, "_row": record.row}
        if record.column is not None:
            place["_cell"] = address(record.row, record.column)
        yield {**values, **place, **({"_ledger": table.ledger} if several else {})}


def stated(table: CheckedTable, catalog: Catalog, protector: Protector | None) -> Sequence[Mapping[str, Landed]]:
    """What each record states."""
    if protector is None:
        return [record.values for record in table.records]
    columns = facts(table, catalog.ledgers[table.ledger], catalog, protector)
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
