"""A ledger: what an office files, column by column, and what must hold of it.

A new ledger is one new file in `catalog/ledgers/`. The file's own documentation are the descriptions below; they go into the editors' schema.
"""

from functools import cached_property
from typing import Literal

from pydantic import Field

from catalog.any_check import Check
from catalog.declared import Declared, Model
from catalog.severity import Severity
from catalog.spelling import spelling

Privacy = Literal["person", "narrative", "staff", "sensitive", "none"]  # who may know it, and what of it lands; see `landed_as`
Kind = Literal["int", "number", "figure", "money", "date", "month", "moment", "text", "code", "yesno", "id", "phone", "township", "district", "unit_name"]

SQL_TYPES: dict[Kind, str] = {
    "int": "BIGINT", "number": "DOUBLE", "figure": "DOUBLE", "money": "BIGINT", "date": "DATE", "month": "VARCHAR", "moment": "TIMESTAMP", "yesno": "BOOLEAN",
    "text": "VARCHAR", "code": "VARCHAR", "id": "VARCHAR", "phone": "VARCHAR", "township": "VARCHAR", "district": "VARCHAR", "unit_name": "VARCHAR",
}  # fmt: skip

LANDING_COMMON: dict[str, str] = {
    "submission_id": "VARCHAR", "reading_id": "VARCHAR", "table_number": "BIGINT", "district_code": "VARCHAR", "unit_code": "VARCHAR",
    "period": "VARCHAR", "period_from": "DATE", "period_to": "DATE", "basis": "VARCHAR", "return_kind": "VARCHAR",
    "source_sheet": "VARCHAR", "source_row": "BIGINT", "record_key": "VARCHAR",
}  # fmt: skip
LANDING_FORM: dict[str, str] = {"source_column": "BIGINT"}  # of a form a row holds several figures
LANDING_JUDGED: dict[str, str] = {"is_blocked": "BOOLEAN", "problem_fields": "VARCHAR[]", "absent_fields": "VARCHAR[]"}


class Column(Declared):
    """One fact that the ledger's rows state."""

    title: str = Field(description="The header as the city's own form writes it.")
    meaning: str = Field(description="What it states, in one English phrase.")
    aliases: tuple[str, ...] = Field(
        (), description="Other headers seen for it; stacked headers joined with '/'; units in brackets are dropped before matching."
    )
    type: Kind = Field(
        description="month: year and month. moment: day and time of day, of a column of days. figure: the number of a form's figure. id, phone: of a person."
    )
    read_of: str | None = Field(
        None, description="For types `moment` and `figure`: the column whose cells it is read from; nothing where a cell holds a day only, or no number."
    )
    codes: str | None = Field(
        None, description="The code list: of type `code`; of type `text`, what was filed lands, and beside it the code where the list has the word."
    )
    unit: str | None = Field(None, description="The unit when the header names none: 元, 万元, 人, 件, 次.")
    privacy: Privacy = "none"
    person: Literal["name", "id", "phone"] | None = Field(None, description="How a person's value is normalised before it is hashed; for privacy `person`.")
    needed: bool = Field(False, description="A table without this column is returned; so is one whose identity columns are all absent.")
    blank: Severity | None = Field(None, description="What an empty cell means: nothing, or a problem of this severity.")
    minimum: int | None = Field(None, description="Smallest possible number.")
    doubtful_below: int | None = Field(None, description="A number that is possible and hardly ever meant: below it (money in fen) it is said.")
    doubtful_above: int | None = Field(None, description="The same at the other end: above it (money in fen) it is said.")
    not_after: Literal["period_end", "receipt"] | None = Field(
        None, description="The date cannot lie after the period (a later one must be explained), or after the day the file came (it does not count)."
    )
    tells_period: bool = Field(False, description="Tells the period of a table that has no column of days which cannot lie after it.")
    inverse: tuple[str, ...] = Field((), description="For type `yesno`: headers that ask the opposite question; their answers are turned round.")
    asks_which: tuple[str, ...] = Field((), description="For type `yesno`: headers that ask which of `words` it is.")
    words: dict[str, bool] = Field({}, description="For type `yesno`: what answers `asks_which`; under other headers it answers another question.")
    none_said: bool = Field(False, description="The words for none are an answer of this column, not an empty cell.")
    fill_down: bool = Field(False, description="An empty cell repeats the one above it.")
    severities: dict[str, Severity] = Field({}, description="Problem code: severity, where this column departs from the problem's own.")
    flags: dict[str, tuple[str, ...]] = Field({}, description="Flag: the words in the text that raise it. Flags land, the text does not.")
    similar: bool = Field(False, description="Lands a signature by which copied texts are found.")
    domain_field: str | None = Field(None, description="The name others know it by, where it is not ours.")
    part_of: str | None = Field(None, description="The name others know a wider fact by, which another column of the ledger states.")
    clause: str | None = Field(None, description="The clause that asks for it, as catalog/clauses numbers it.")

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header it is known by."""
        return (self.title, *self.aliases, *self.inverse, *self.asks_which)


class Combined(Model):
    """One header whose cells hold two facts, e.g. unit and person in one cell with a line break."""

    title: str
    aliases: tuple[str, ...] = ()
    separator: str
    columns: tuple[str, ...]

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header it is known by."""
        return (self.title, *self.aliases)


class Meaning(Model):
    """A header that says two things: beside the column `beside`, which another header names better, it means `column`."""

    header: str
    beside: str
    column: str
    reason: str = Field(description="Why so, as a clerk reads it.")


class Preferred(Model):
    """A header that may mean several things, of which this ledger's tables mean one."""

    header: str
    column: str
    instead_of: tuple[str, ...] = Field(description="What else it may mean, by the names that others know: two columns of this ledger, or of another.")
    because: str = Field(description="Why so, as a clerk reads it.")


class Form(Model):
    """A form of labels and figures, with no record in any row: it is read long, one record per figure, under the titles of these columns."""

    block: str = Field(description="The outermost label.")
    item: str = Field(description="The labels between the outermost and the innermost one.")
    measure: str = Field(description="The innermost label: what is counted.")
    head: str = Field(description="The head of the figure's column.")
    figure: str = Field(description="The figure as filed.")
    only_head: str | None = Field(None, description="The head that stands for all figures, where labels and figures alternate and no column has a head.")

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns, in the order in which a figure is read."""
        return (self.block, self.item, self.measure, self.head, self.figure)


class Promise(Model):
    """底数清、情况明: a share that each unit's return must reach. One column of the completeness grid, one expectation."""

    id: str
    title: str
    share_of: str = Field(description="SQL over staging's columns: true where a row keeps the promise; null counts as not kept.")
    among: str = Field("true", description="SQL: the rows it is asked of.")
    at_least: float
    severity: Literal["critical", "warning", "info"]
    clause: str
    sentence: str = Field(description="What is promised, as a clerk reads it.")


class Ledger(Declared):
    """One kind of ledger."""

    id: str
    title: str
    short: str = Field(max_length=4, description="Its name where a column is narrow: four characters at most, and no other ledger's.")
    grain: str = Field(description="What one row is.")
    clause: str
    stock: bool = Field(False, description="The ledger repeats what stayed open; rows are matched across periods.")
    names: tuple[str, ...] = Field(description="Words in titles, sheet names and file names that name this ledger, without period or unit.")
    known_by: tuple[str, ...] = Field(description="Columns that no other ledger has: a table that nothing names is taken for this one only with one of them.")
    identity: tuple[tuple[str, ...], ...] | Literal["none"] = Field(
        description="Alternatives, strongest first: two records are the same when one filled on both sides is equal and no earlier one filled on both differs."
    )
    lasting: int | None = Field(
        None, description="A matter may stand in several files, and counts once: so many alternatives hold across periods, the others within one."
    )
    return_above: float = Field(0.2, description="The share of blocked records above which the return goes back.")
    columns: dict[str, Column]
    combined: tuple[Combined, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    fact: Literal["plain", "figures", "by_hand"] = Field(
        "plain", description="Its records make a fact of their own; its figures stand in the fact of all forms; or its fact is a model written by hand."
    )
    form: Form | None = Field(None, description="The ledger is a form that is read long; absent: a table of records.")
    preferred: tuple[Preferred, ...] = ()
    ignored: tuple[str, ...] = Field((), description="Headers that are known and state nothing that is counted; they are kept raw.")
    layouts: tuple[tuple[str, ...], ...] = Field((), description="Sets of headers by which a table is known as this ledger's though no word names it.")
    checks: tuple[Check, ...] = ()
    promises: tuple[Promise, ...] = ()

    @cached_property
    def by_header(self) -> dict[str, tuple[str, ...]]:
        """Every declared header, brought to one spelling, with the columns it can mean: the preferred one, where it may mean several."""
        found: dict[str, list[str]] = {}
        for name, column in self.columns.items():
            for header in () if column.read_of else column.headers:
                found.setdefault(spelling(header), []).append(name)
        decided = {spelling(preferred.header): (preferred.column,) for preferred in self.preferred}
        return {header: decided.get(header, tuple(names)) for header, names in found.items()}

    @cached_property
    def combined_by_header(self) -> dict[str, Combined]:
        """Every header whose cells hold two facts, in that spelling; the first declared one where two say the same."""
        return {spelling(header): combined for combined in reversed(self.combined) for header in combined.headers}

    @cached_property
    def ignored_headers(self) -> frozenset[str]:
        """Every header that states nothing that is counted, in that spelling."""
        return frozenset(map(spelling, self.ignored))

    def landed_as(self, name: str) -> dict[str, str]:
        """The columns that land for one declared column, with their SQL types; persons and narratives land as hashes, what is sensitive as flags."""
        column = self.columns[name]
        landed: dict[str, str] = {}
        match column.privacy:
            case "person":
                landed |= {f"{name}_hash": "VARCHAR", f"{name}_hashes": "VARCHAR[]", f"{name}_masked": "VARCHAR"}
            case "narrative":
                landed |= {f"{name}_length": "BIGINT", f"{name}_hash": "VARCHAR"}
                if column.similar:
                    landed[f"{name}_signature"] = "BIGINT[]"
            case "sensitive" if column.type != "yesno":
                pass  # its flags only
            case _:
                landed[name] = SQL_TYPES[column.type]
        if column.type == "unit_name":
            landed[f"{name.removesuffix('_text')}_code"] = "VARCHAR"
        if column.type == "text" and column.codes and name in landed:
            landed[f"{name.removesuffix('_text')}_code"] = "VARCHAR"
        return landed | dict.fromkeys(column.flags, "BOOLEAN")

    @property
    def landed(self) -> dict[str, str]:
        """The columns that land for all declared ones, in order."""
        return {landed: sql_type for name in self.columns for landed, sql_type in self.landed_as(name).items()}

    @property
    def identity_columns(self) -> tuple[str, ...]:
        """One landed column per alternative of identity: its keyed hash, null where not all of it is filled."""
        return () if self.identity == "none" else tuple(f"identity_{n}" for n in range(1, len(self.identity) + 1))

    @property
    def landing(self) -> dict[str, str]:
        """Every column of a landing file, in order, with its SQL type: where the row comes from, what it is known by, how it was judged, what it states."""
        return self.landing_address | dict.fromkeys(self.identity_columns, "VARCHAR") | LANDING_JUDGED | self.landed

    @property
    def landing_address(self) -> dict[str, str]:
        """The columns of a landing file that say where a row comes from."""
        return LANDING_COMMON | (LANDING_FORM if self.form else {})
