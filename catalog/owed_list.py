"""The words of the list that tells an office what it still owes."""

from typing import Literal

from pydantic import Field

from catalog.declared import Model

Owing = Literal["missing", "returned", "not_due"]  # states of a return in which something is still to come


class OwedColumns(Model):
    """The headers of the list."""

    number: str
    state: str
    ledger: str
    period: str
    due: str
    days: str
    to_do: str


class OwedWords(Model):
    """Sentences with their facts in braces."""

    file_name: str
    sheet: str = Field(max_length=31)
    title: str
    as_of: str
    nothing: str = Field(description="In place of the table, when nothing is owed.")
    thanks: str = Field(description="How many returns came in.")
    columns: OwedColumns
    states: dict[Owing, str]
    due: str
    weekdays: tuple[str, str, str, str, str, str, str] = Field(description="From Monday.")
    days_over: str
    due_today: str
    days_left: str
    not_announced: str = Field(description="The holidays of a year on the way are not known yet.")
    to_do: dict[Owing, str]
    print_title: str = Field(description="At the foot of each printed page.")
