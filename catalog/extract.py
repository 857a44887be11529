"""The words and fonts of what goes out: the same around the figures of every report."""

from typing import Literal

from pydantic import Field

from catalog.declared import Model

Absence = Literal["not_filed", "not_owed", "unreadable", "blocked", "nothing_to_divide"]  # why fct_indicator has no value


class Fonts(Model):
    """Fonts are named, not shipped; a machine that has none of a name takes its own."""

    title: str
    head: str
    body: str


class TableWords(Model):
    """Around the table of figures."""

    sheet: str = Field(max_length=31)
    filer: str = Field(description="Which {office} answers for it.")
    city_office: str = Field(description="The office of the whole city.")
    until: str = Field(description="Up to which day the figures reach: {as_of}.")
    unit: str = Field(description="Over the column of units.")
    whole: str = Field(description="The row of the whole city.")
    ratio_unit: str = Field(description="The unit of a share.")
    expected: str
    received: str
    coverage: str
    missing: str
    nobody_missing: str
    nothing_owed: str
    between_units: str
    notes: tuple[str, ...] = Field(description="Below the table, with {mark} and {version}.")
    withheld: str = Field(description="The note that follows them when {count} things are not in the version.")
    sign_off: tuple[str, ...] = Field(description="The line that is signed by hand, from left to right.")


class BasisWords(Model):
    """The sheet that says what each figure is."""

    sheet: str = Field(max_length=31)
    title: str
    headers: tuple[str, str, str, str, str, str, str, str] = Field(
        description="Number, figure, unit, definition, numerator, denominator, ledgers that it rests on, clause."
    )
    alone: str = Field(description="The numerator of what is no share.")


class CoverageWords(Model):
    """The sheet that says what stands behind the figures of the uppermost row."""

    sheet: str = Field(max_length=31)
    title: str
    headers: tuple[str, str, str, str, str, str, str, str, str, str, str, str] = Field(
        description="Number, figure, unit, value, numerator, denominator, unreadable, blocked, carried forward, returns expected and received, coverage."
    )
    missing: str = Field(description="The header of the last column: who is missing.")


class ExtractWords(Model):
    """Sentences with their facts in braces."""

    file_name: str = Field(description="From the {title} and the {period}; the manifest stands beside it under the same name.")
    fonts: Fonts
    day: str
    none: str = Field(description="Stands where there is no value.")
    absent: str = Field(description="The same, with the {reason}.")
    absences: dict[Absence, str]
    mark: str = Field(description="Behind a figure that is carried forward in part.", max_length=1)
    page: str = Field(description="At the foot of each printed page.")
    table: TableWords
    basis: BasisWords
    coverage: CoverageWords
