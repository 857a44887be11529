"""What lies beside an extract: which version and declarations it was made from, what its figures rest on, who asked for it."""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer

from reporting.content import Content
from warehouse.event import ChinaTime

Number = Annotated[Decimal, PlainSerializer(float, when_used="json")]  # as `indicator --json` has it


class Stated(BaseModel):
    """A figure of the uppermost row, with what it rests on; `missing` are the codes of the units whose returns it lacks."""

    model_config = ConfigDict(frozen=True)

    indicator: str
    value: Number | None
    numerator: int | None
    denominator: int | None
    absence: str | None
    unreadable: int
    blocked: int
    carried_forward: int
    returns_expected: int
    returns_received: int
    coverage_ratio: Number | None
    missing: tuple[str, ...]


class JournalHead(BaseModel):
    """Where the journal ended when the extract was made: whoever rewrites what stands before it is found out by this hash."""

    model_config = ConfigDict(frozen=True)

    number: int
    hash: str


class Manifest(BaseModel):
    """The manifest of one extract; `file` is below the data folder, `tables` are the hashes of the version's tables."""

    model_config = ConfigDict(frozen=True)

    report: str
    title: str
    period: str
    unit_code: str
    file: str
    file_sha256: str
    version: str
    as_of: str
    published_file: str
    published_sha256: str
    tables: dict[str, str]
    withheld: tuple[str, ...]
    catalog: str
    figures: tuple[Stated, ...]
    journal: JournalHead
    asked_by: str
    asked_at: ChinaTime


def stated(content: Content) -> tuple[Stated, ...]:
    """The figures of the uppermost row."""
    figures = (content.of_all(indicator.id) for indicator in content.indicators)
    return tuple(Stated.model_validate(figure.model_dump() | {"missing": content.missing(figure.indicator)}) for figure in figures)
