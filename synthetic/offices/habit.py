"""The manner in which one office writes one ledger for a while: drawn once, kept until it changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from catalog.catalog import Catalog
from catalog.ledger import Column, Ledger
from catalog.spelling import spelling
from catalog.unit import Unit
from synthetic.chance import Chance, Mix
from synthetic.offices.declared import LedgerHabits, OfficeHabits, families, of_ledgers, of_offices

JOINED = "+"
OPENING = ("(", "（")
LEVELS = "/"
CITY_OFFICE = "city_office"


@dataclass(frozen=True)
class Field:
    """A column of a layout: which declared columns stand in its cells, under which header, in which unit."""

    columns: tuple[str, ...]
    header: str
    unit: str | None = None
    separator: str = ""
    is_inverse: bool = False
    asks_which: bool = False


@dataclass(frozen=True)
class Manner:
    """How one office writes one ledger for a while."""

    unit: Unit
    ledger: Ledger
    fields: tuple[Field, ...]
    words: Mapping[str, Mapping[str, str]]  # code list: code: the word for it
    name: str
    format: str
    title: str
    info: str
    note: str
    file: str
    sheet: str
    totals: str
    date: str
    native_format: str
    township: str
    district: str
    merges: bool
    is_vertical: bool
    repeats: tuple[str, ...]
    sums: tuple[str, ...]
    has_empty_sheets: bool
    has_empty_rows: bool
    has_hidden_rows: bool
    has_code_row: bool
    has_instructions: bool


def manner(chance: Chance, catalog: Catalog, unit: Unit, ledger: Ledger) -> Manner:
    """The manner of an office, as chance has it."""
    common, own = of_offices(), of_ledgers()[ledger.id]
    known = families(own, of_city=unit.kind == CITY_OFFICE)
    family = known[chance.drawn(Mix.of({name: family.share for name, family in known.items()}))]
    is_stacked = family.stacked and (own.titles_only or chance.happens(common.title_share))
    draft = Draft(chance, ledger, own, chance.drawn(Mix.of(own.money or common.money)), is_stacked)
    lists = {column.codes for column in ledger.columns.values() if column.codes}
    return Manner(
        unit=unit,
        ledger=ledger,
        fields=tuple(map(draft.field, (*family.columns, *(own.sums if family.then_sums else ())))),
        words={name: wording(chance, catalog, name, common) for name in sorted(lists)},
        name=ledger.title if not own.names or chance.happens(common.own_name_share) else chance.pick(own.names),
        format=chance.drawn(Mix.of(own.formats or common.formats)),
        title=chance.drawn(Mix.of(common.titles)),
        info=chance.drawn(Mix.of(common.infos)),
        note=chance.drawn(Mix.of(common.notes)),
        file=chance.drawn(Mix.of(common.files)),
        sheet=chance.drawn(Mix.of(common.sheets)),
        totals=chance.drawn(Mix.of(common.totals)),
        date=chance.drawn(Mix.of({name: style.share for name, style in common.dates.items()})),
        native_format=chance.drawn(Mix.of(common.native_formats)),
        township=chance.drawn(Mix.of(common.townships)),
        district=chance.drawn(Mix.of(common.districts)),
        is_vertical=own.vertical,
        merges=chance.happens(common.merged_places),
        repeats=own.repeats,
        sums=own.sums,
        has_empty_sheets=chance.happens(common.empty_sheets),
        has_empty_rows=chance.happens(common.empty_rows),
        has_hidden_rows=chance.happens(common.hidden_rows),
        has_code_row=chance.happens(common.code_row),
        has_instructions=chance.happens(common.instructions),
    )


@dataclass
class Draft:
    """The headers of one layout, as they are chosen from those that the ledger declares; no two columns get the same."""

    chance: Chance
    ledger: Ledger
    habits: LedgerHabits
    money: str
    is_stacked: bool
    taken: set[str] = field(default_factory=set)

    def field(self, name: str) -> Field:
        """One column, or two in one."""
        if JOINED in name:
            columns = tuple(name.split(JOINED))
            combined = next(combined for combined in self.ledger.combined if combined.columns == columns)
            return Field(columns, self.header(combined.headers), separator=combined.separator)
        column = self.ledger.columns[name]
        header = self.header(tuple(header for header in column.headers if self.is_fit(header, name)))
        return Field(
            (name,),
            header if has_unit(header) or self.is_printed(column) else f"{header}{unit_of(self.chance, column, self.money)}",
            unit=self.money if column.type == "money" and not has_unit(header) else column.unit,
            is_inverse=header in column.inverse,
            asks_which=header in column.asks_which,
        )

    def is_printed(self, column: Column) -> bool:
        """Whether a header stands on a printed form, to which nobody adds the unit of a count."""
        return self.habits.titles_only and column.type != "money"

    def is_fit(self, header: str, name: str) -> bool:
        """Whether a declared header names this column and no other of the table, and asks for what is written below it."""
        is_own = self.ledger.by_header[spelling(header)] == (name,) and spelling(header) not in self.taken
        has_levels = any(LEVELS in known for known in self.ledger.columns[name].headers)
        return is_own and header not in self.habits.unfit.get(name, ()) and (not has_levels or self.is_stacked == (LEVELS in header))

    def header(self, known: tuple[str, ...]) -> str:
        """The first of several headers in most offices, another in some."""
        header = known[0] if self.habits.titles_only or self.chance.happens(of_offices().title_share) else self.chance.pick(known)
        self.taken.add(spelling(header))
        return header


def has_unit(header: str) -> bool:
    """Whether a header says something in brackets by itself."""
    return header.endswith((")", "）"))


def unit_of(chance: Chance, column: Column, money: str) -> str:
    """The unit behind a header: always where it is not the one that goes without saying."""
    if column.type == "money":
        if money != column.unit or chance.happens(of_offices().unit_in_header):
            return f"（{money}）" if chance.happens(of_offices().unit_in_header) else f"({money})"
        return ""
    if column.type == "int" and column.unit and chance.happens(of_offices().unit_in_header / 2):
        return f"（{column.unit}）"
    return ""


def wording(chance: Chance, catalog: Catalog, name: str, common: OfficeHabits) -> dict[str, str]:
    """The word of an office for each code of a list: its title or one of the first other ways of writing it."""
    unfit = common.unfit_words.get(name, ())
    words = {}
    for item in catalog.codes[name].items:
        known = [word for word in (item.title, *item.aliases[:4]) if word not in unfit and not any(bracket in word for bracket in common.brackets_of_words)]
        known = known or [item.title]
        words[item.code] = known[0] if chance.happens(common.title_share) else chance.pick(known)
    return words
