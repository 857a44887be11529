"""What the journal says happened: received, read, decided, published, pinned. Facts only; what follows from them is computed (`live`, `register`)."""

import hashlib
from datetime import date, datetime, timedelta, timezone
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, model_validator

CHINA = timezone(timedelta(hours=8))  # Asia/Shanghai since 1992; the journal keeps no other
ID_DIGITS = 16
SEPARATOR = "\x1f"  # stands in no name, so that parts cannot run into each other

ChinaTime = Annotated[AwareDatetime, AfterValidator(lambda moment: moment.astimezone(CHINA))]
Basis = Literal["period", "cumulative"]
ReturnKind = Literal["return", "nil", "correction", "cumulative"]
TableVerdict = Literal["accepted", "accepted_with_problems", "returned"]
Verdict = Literal["accepted", "accepted_with_problems", "returned", "refused", "unidentified"]


def identifier(*parts: str) -> str:
    """The id of something that its parts alone decide."""
    return hashlib.sha256(SEPARATOR.join(parts).encode()).hexdigest()[:ID_DIGITS]


def reading_id(sha256: str, reader_version: str, fingerprint: str, key_id: str) -> str:
    """The id of a reading: the file's bytes, who read them, by which declarations, under which hash key."""
    return identifier(sha256, reader_version, fingerprint, key_id)


class Part(BaseModel):
    """Frozen, and a field nobody knows is an error: a journal written by a newer version is not half understood."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Received(Part):
    """A delivery: one file of one district, at one moment. `path` is below the inbox."""

    kind: Literal["received"] = "received"
    submission_id: str
    district: str
    path: str
    sha256: str
    size: int
    received_at: ChinaTime

    @classmethod
    def of(cls, district: str, path: str, sha256: str, size: int, received_at: datetime) -> Self:
        """A delivery with the id that follows from it."""
        moment = received_at.astimezone(CHINA)
        return cls(
            submission_id=identifier(district, path, sha256, moment.isoformat()), district=district, path=path, sha256=sha256, size=size, received_at=moment
        )


class TableRead(Part):
    """One table of a file as it was read. A returned one may lack ledger, unit or period; then it has no file either."""

    number: int
    ledger: str | None
    unit_code: str | None
    period: str | None
    period_from: date | None
    period_to: date | None
    basis: Basis = "period"
    kind: ReturnKind = "return"
    is_final_only: bool = False  # calls itself final: a correction only if something is live
    verdict: TableVerdict
    records: int = 0
    blocked: int = 0
    block_problems: int = 0
    explain_problems: int = 0
    hint_problems: int = 0
    file: str | None = None  # below landing/
    file_sha256: str | None = None
    townships: tuple[str, ...] = ()  # codes of those with at least one row
    unknown_headers: tuple[str, ...] = ()  # as filed; they wait for somebody who says what they mean

    @model_validator(mode="after")
    def accepted_is_known(self) -> Self:
        """What counts has a ledger, a unit, a period and a landing file with its hash."""
        if self.is_accepted and None in (self.ledger, self.unit_code, self.period, self.period_from, self.period_to, self.file, self.file_sha256):
            raise ValueError("an accepted table needs ledger, unit_code, period, its days, and a landing file with its hash")
        return self

    @property
    def is_accepted(self) -> bool:
        """Whether it can count."""
        return self.verdict != "returned"


class Read(Part):
    """A delivery was read. `refusal` is a code of the catalog's refusals; `problem_hash` changes when an answer has to be written anew."""

    kind: Literal["read"] = "read"
    submission_id: str
    reading_id: str
    reader_version: str
    fingerprint: str
    refusal: str | None = None
    verdict: Verdict
    tables: tuple[TableRead, ...] = ()
    problem_hash: str = ""


class ReturnExempt(Part):
    """A unit does not owe a return; `is_exempt` false takes an earlier exemption back."""

    kind: Literal["exempt"] = "exempt"
    unit_code: str
    ledger: str
    period: str
    is_exempt: bool = True


class ReplacementAllowed(Part):
    """A correction that waits may replace what is live."""

    kind: Literal["replacement"] = "replacement"
    submission_id: str


class DisputeMatch(Part):
    """Two disputes are one, or are not."""

    kind: Literal["match"] = "match"
    key_a: str
    key_b: str
    same: bool


class HeaderKnown(Part):
    """A header of a ledger's tables means a column; None: nothing that is counted."""

    kind: Literal["column"] = "column"
    ledger: str
    header: str
    column: str | None


class LayoutKnown(Part):
    """A table with these headers is one of a ledger; None: of none, which takes an earlier approval back."""

    kind: Literal["layout"] = "layout"
    headers: tuple[str, ...]
    ledger: str | None


class Explanation(Part):
    """A unit has explained what is wrong with a record; it holds while the value stays the same. `is_given` false takes it back.

    `code` is a problem code or a rule, `record_key` what the record is known by across deliveries; `sheet` and `cell` are where it stood.
    """

    kind: Literal["explanation"] = "explanation"
    unit_code: str
    ledger: str
    period: str | None
    code: str
    record_key: str
    field: str | None
    value_hash: str
    sheet: str | None
    cell: str | None
    is_given: bool = True


Decision = ReturnExempt | ReplacementAllowed | DisputeMatch | HeaderKnown | LayoutKnown | Explanation


class Decided(Part):
    """What a person decided, when, who and why."""

    kind: Literal["decided"] = "decided"
    decision_id: str
    decided_at: ChinaTime
    by: str
    why: str
    decision: Annotated[Decision, Field(discriminator="kind")]

    @classmethod
    def of(cls, decision: Decision, decided_at: datetime, by: str, why: str) -> Self:
        """A decision with the id that follows from it."""
        moment = decided_at.astimezone(CHINA)
        found = identifier(moment.isoformat(), by, why, decision.model_dump_json())
        return cls(decision_id=found, decided_at=moment, by=by, why=why, decision=decision)


class VersionKeys(Part):
    """The five hashes that decide what is published; equal keys, equal figures."""

    readings: str
    decisions: str
    catalog: str
    code: str
    obligations: str

    @property
    def version(self) -> str:
        """The name of the version that these keys make."""
        return identifier(self.readings, self.decisions, self.catalog, self.code, self.obligations)


class Published(Part):
    """A version was published. `tables` has the order-insensitive hash of each; `withheld` says what is not in it; `file` is below published/."""

    kind: Literal["published"] = "published"
    version: str
    keys: VersionKeys
    as_of: ChinaTime | None
    run_id: str
    file: str
    file_sha256: str
    tables: dict[str, str]
    withheld: tuple[str, ...] = ()


class Pinned(Part):
    """`current` was pointed at a version until the next delivery; None: the newest again."""

    kind: Literal["pinned"] = "pinned"
    version: str | None


Event = Received | Read | Decided | Published | Pinned  # `kind` tells them apart
