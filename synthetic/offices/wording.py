"""How a value is written in a cell: dates, money, codes, places in the manner of an office."""

from dataclasses import dataclass
from datetime import date, datetime

from catalog.ledger import Column
from catalog.period import Period
from catalog.unit import Units
from synthetic.filing.entry import Cell, Value
from synthetic.offices.declared import of_offices
from synthetic.offices.habit import Field, Manner

NATIVE, XLSX, FULL = "native", "xlsx", "name"
UNITS = {"township", "district", "unit_name"}


@dataclass(frozen=True)
class Writer:
    """Writes the values of one return."""

    manner: Manner
    units: Units
    period: Period

    def cell(self, field: Field, name: str, value: Value) -> Cell:
        """A value as a cell holds it."""
        column = self.manner.ledger.columns[name]
        match value:
            case str() if column.codes:
                return self.manner.words[column.codes].get(value, value)
            case str() if column.type in UNITS:
                return self.unit(value)
            case bool():
                return self.answer(field, column, is_so=value)
            case date():
                return self.month(value) if column.type == "month" else self.day(value)
            case int() if column.type == "money":
                return self.money(field, value)
            case _:
                return value

    def day(self, day: date) -> Cell:
        """A day, as a day of the spreadsheet or as text; one with a time keeps it."""
        if isinstance(day, datetime):
            return of_offices().moment.format(year=day.year, month=day.month, day=day.day, hour=day.hour, minute=day.minute, second=day.second)
        if self.manner.date == NATIVE and self.manner.format == XLSX:
            return day
        style = of_offices().dates[self.manner.date]
        if style.without_year and (day.year != self.period.start.year or self.period.cadence == "year"):
            style = of_offices().dates[style.without_year]
        return style.day.format(year=day.year, month=day.month, day=day.day)

    def month(self, day: date) -> Cell:
        """A month of a year."""
        return of_offices().dates[self.manner.date].month.format(year=day.year, month=day.month)

    def money(self, field: Field, fen: int) -> Cell:
        """A sum in the unit of its column: whole where it is."""
        per = of_offices().fen_in[field.unit or next(iter(of_offices().fen_in))]
        return fen // per if fen % per == 0 else fen / per

    def answer(self, field: Field, column: Column, *, is_so: bool) -> Cell:
        """Yes or no, turned round where the header asks the opposite; one of its words where it asks which."""
        if field.asks_which:
            return next((word for word, means in column.words.items() if means == is_so), None)
        yes, no = of_offices().answers
        return yes if is_so != field.is_inverse else no

    def unit(self, code: str) -> Cell:
        """A unit by its full or its short name."""
        unit = self.units[code]
        if unit.level != "township":
            return unit.name if self.manner.district == FULL else unit.short_name
        short = next(
            (alias for alias in unit.aliases if self.manner.township != FULL and len(alias) < len(unit.name) and len(self.units.named(alias)) == 1), None
        )
        return short or unit.name
