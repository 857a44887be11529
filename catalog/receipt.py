"""The words of a receipt: what the clerk reads within a minute of dropping a file."""

from typing import Literal

from pydantic import Field

from catalog.declared import Model
from catalog.period import Cadence, Period
from catalog.severity import Severity

Answer = Literal["live", "replaces", "added", "waits", "waits_untold", "replaced", "duplicate", "returned", "withheld"]


class ToDo(Model):
    """The one thing a notice asks for, by what weighs most."""

    nothing: str
    correct: str
    explain: str
    found: str = Field(description="Nothing of these, and yet the rules between ledgers found something.")
    hint: str


class ReceiptWords(Model):
    """Sentences with their facts in braces."""

    file_name: str = Field(description="Of the receipt, beside the name of the file it is about.")
    arrived: str
    recognised: str
    nil: str
    not_recognised: str
    not_read: str
    not_known: str = Field(description="Stands for a unit or a period that could not be told.")
    to_correct: str
    nothing_to_correct: str
    what_to_do: str
    explained: str = Field(description="How many places are explained already.")
    marked: str = Field(description="Where the marked copy stands.")
    listed: str = Field(description="Where the list of problems stands, and why the workbook itself is not marked.")
    found_too: str = Field(description="That the rules between ledgers found something besides what is listed below.")
    notice_heading: str
    notice: str = Field(description="What can be pasted into a message, at most 200 characters: the returns, the moment, what to do, whom to ask.")
    notice_return: str
    notice_nil: str
    notice_not_recognised: str
    notice_not_read: str
    notice_and_more: str = Field(description="A file of many tables: the first of them, and how many there are.")
    notice_cut: str
    contact: str
    to_do: ToDo
    standings: dict[Answer, str] = Field(description="What became of a table, with the counts of records kept (unchanged and changed), new and lost.")
    heading: str
    line: str = Field(description="One kind of problem in one column.")
    cells: str
    cells_and_more: str
    sheet: str
    whole_file: str
    more: str
    severities: dict[Severity, str]
    periods: dict[Cadence, str]
    halves: tuple[str, str]

    def period(self, period: Period) -> str:
        """A period as offices write it."""
        start, end = period.start, period.end
        iso = start.isocalendar()
        return self.periods[period.cadence].format(
            year=iso.year if period.cadence == "week" else start.year,
            week=iso.week,
            month=start.month,
            quarter=start.month // 3 + 1,
            half=self.halves[start.month // 7],
            last_year=end.year,
            last_month=end.month,
        )
