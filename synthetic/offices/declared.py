"""The habits as `habits/` declares them: those of all offices, and the layouts of each ledger."""

from functools import cache
from pathlib import Path

from pydantic import Field

from catalog.declarations import read
from catalog.declared import Model

HOME = Path(__file__).parents[1] / "habits"
ALL = "offices"


class DateStyle(Model):
    """How days and months are written; `without_year`: the style instead, where the year does not go without saying."""

    share: float
    day: str
    month: str
    without_year: str | None = None


class OfficeHabits(Model):
    """How offices write, whatever the ledger: wordings and styles with their shares."""

    changes_a_month: float
    formats: dict[str, float]
    titles: dict[str, float]
    infos: dict[str, float]
    notes: dict[str, float]
    files: dict[str, float]
    sheets: dict[str, float]
    totals: dict[str, float]
    title_share: float
    own_name_share: float
    dates: dict[str, DateStyle]
    moment: str
    native_formats: dict[str, float]
    money: dict[str, float]
    fen_in: dict[str, int]
    unit_in_header: float
    townships: dict[str, float]
    districts: dict[str, float]
    answers: tuple[str, str]
    merged_places: float
    empty_sheets: float
    empty_rows: float
    hidden_rows: float
    legacy_encoding: float
    code_row: float
    instructions: float
    instruction_sheet: str
    instruction_lines: tuple[str, ...]
    nil: tuple[str, ...]
    correction: tuple[str, ...]
    duplicate: str
    unfit_words: dict[str, tuple[str, ...]]
    brackets_of_words: tuple[str, ...]
    periods: dict[str, str]
    period_kinds: dict[str, str]
    dues: dict[str, str]
    quarters: tuple[str, ...]


class Family(Model):
    """One layout."""

    share: float
    columns: tuple[str, ...] = Field(description="In their order; two columns in one cell are joined by a plus.")
    then_sums: bool = Field(False, description="After them, every column that is summed.")
    stacked: bool = Field(True, description="Headers of several rows are kept so.")
    of_city: bool = Field(False, description="The layout of the city's own office, which has no townships.")


class LedgerHabits(Model):
    """How offices lay out one ledger."""

    ledger: str
    families: dict[str, Family]
    unfit: dict[str, tuple[str, ...]] = Field({}, description="Declared headers that would ask for another notation than offices write here.")
    titles_only: bool = Field(False, description="A printed form: its headers are those of the form.")
    vertical: bool = Field(False, description="Headers are written one character above the other.")
    sums: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()
    names: tuple[str, ...] = Field((), description="What the ledger is called, beside its title.")
    formats: dict[str, float] = Field({}, description="Where not those of all offices.")
    money: dict[str, float] = Field({}, description="In which unit sums are written, where not as in all offices.")


@cache
def of_offices() -> OfficeHabits:
    """What all offices have in common."""
    return read(HOME / f"{ALL}.yml", OfficeHabits)


@cache
def of_ledgers() -> dict[str, LedgerHabits]:
    """The layouts of each ledger."""
    return {file.stem: read(file, LedgerHabits) for file in sorted(HOME.glob("*.yml")) if file.stem != ALL}


def families(own: LedgerHabits, *, of_city: bool) -> dict[str, Family]:
    """The layouts among which an office chooses: those made for the city's own, where it is that and there are such."""
    made = {name: family for name, family in own.families.items() if family.of_city == of_city}
    return made or own.families
