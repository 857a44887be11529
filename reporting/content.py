"""What an extract states, before it is a workbook: the figures of one report and month, of the city with its units or of one unit alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from catalog.catalog import Catalog
from catalog.indicator import Indicator
from catalog.period import Period
from catalog.report import Report
from catalog.unit import CITY
from reporting.figures import Figure
from warehouse.event import Published
from warehouse.version_keys import measured_on


@dataclass(frozen=True)
class Content:
    """`catalog` is the one that the version was published with; `figures` are in the order of lists, the city's first."""

    report: Report
    catalog: Catalog
    period: Period
    unit_code: str
    published: Published
    figures: Sequence[Figure]

    @property
    def is_of_city(self) -> bool:
        """Whether it has a row for each unit, below the whole city's."""
        return self.unit_code == CITY

    @property
    def title(self) -> str:
        """What stands over it."""
        return self.report.title if self.is_of_city else self.report.title_of_unit.format(unit=self.name(self.unit_code))

    @property
    def month(self) -> str:
        """The month in words."""
        return self.catalog.receipt.period(self.period)

    @property
    def file_name(self) -> str:
        """The workbook's name."""
        return self.catalog.extract.file_name.format(title=self.title, period=self.month)

    @property
    def as_of(self) -> date:
        """The day on which the version's stocks were measured: no clock stands in a workbook."""
        return date.fromisoformat(measured_on(self.published.keys))

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """What the figures are, from left to right."""
        return tuple(self.catalog.indicators[figure.indicator] for figure in self.report.figures)

    @property
    def rows(self) -> tuple[str, ...]:
        """The codes of the units that have a row, from the top."""
        return tuple(dict.fromkeys(figure.unit_code for figure in self.figures)) if self.is_of_city else (self.unit_code,)

    def name(self, unit_code: str) -> str:
        """A unit as it is called in lists: by its full name, where that fits."""
        return self.catalog.units[unit_code].folder_name

    def figure(self, unit_code: str, indicator: str) -> Figure:
        """One figure of one unit."""
        return self._by_place[unit_code, indicator]

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str], Figure]:
        return {(figure.unit_code, figure.indicator): figure for figure in self.figures}

    def of_all(self, indicator: str) -> Figure:
        """A figure in the uppermost row."""
        return self.figure(self.unit_code, indicator)

    def missing(self, indicator: str) -> tuple[str, ...]:
        """The codes of the units whose returns a figure lacks."""
        filing = [code for code in self.rows if code != CITY]
        return tuple(code for code in filing if self.figure(code, indicator).is_incomplete)

    def missing_names(self, indicator: str) -> str:
        """The same as people read it."""
        words = self.catalog.extract.table
        if self.of_all(indicator).owed is None:
            return words.nothing_owed
        return words.between_units.join(self.catalog.units[code].short for code in self.missing(indicator)) or words.nobody_missing
