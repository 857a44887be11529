"""The words and colours of a marked workbook: its notes, its first sheet, and why a workbook is not marked."""

from typing import Annotated, Literal, Self, get_args

from pydantic import Field, StringConstraints, model_validator

from catalog.declared import Model
from catalog.severity import Severity

Reason = Literal[
    "not_a_package", "encrypted", "damaged", "definitions", "twin_parts", "too_large", "no_styles", "too_many_formats",
    "signed", "shared", "binary", "no_sheet", "no_cell", "out_of_order", "name_taken",
]  # fmt: skip
Colour = Annotated[str, StringConstraints(pattern="^FF[0-9A-F]{6}$")]  # opaque red, green, blue


class Remarks(Model):
    """What the first sheet says of a place that a click may not show."""

    hidden_sheet: str
    hidden_cell: str
    discussed: str = Field(description="The cell has a thread of comments, beside which no note can stand.")
    answered: str = Field(description="Somebody gave an explanation that still holds.")
    no_note: str = Field(description="There are more cells of this kind than notes are written.")


class Columns(Model):
    """The headers of the first sheet."""

    number: str
    severity: str
    jump: str
    place: str
    wrong: str
    should_be: str
    remedy: str
    page: str
    explanation: str


class MarkingWords(Model):
    """Sentences with their facts in braces."""

    file_name: str = Field(description="Of the marked workbook, from the name of the file.")
    list_file_name: str = Field(description="Of the list that stands for it where a workbook cannot be marked.")
    again: str = Field(description="Of a copy beside one that somebody has filled in: its name without the extension.")
    sheet: str = Field(description="The first sheet of a marked workbook.", max_length=31)
    list_sheet: str = Field(max_length=31)
    font: str
    colours: dict[Severity, Colour] = Field(
        description="Of the marked cells. Nobody else should use them: by them our marks are known when a workbook comes back."
    )
    opening: str = Field(description="How every note of ours begins; by it our notes are known again.")
    note: str
    rule: str = Field(description="Stands between the office's own note of a cell and ours.")
    title: str
    summary: str
    summary_explained: str
    how_to: str
    columns: Columns
    severities: dict[Severity, str]
    whole_sheet: str = Field(description="Stands in place of a cell where a mistake is that of a sheet.")
    see_also: str = Field(description="The other cells that a mistake is about.")
    place: str
    column: str
    places: str = Field(description="Several cells of one mistake.")
    places_and_more: str
    example: str = Field(description="Of a mistake that stands in several cells, one of its sentences.")
    page: str
    remarks: Remarks
    print_title: str = Field(description="At the foot of each printed page.")
    unmarked: dict[Reason, str] = Field(description="Why the problems stand in a list beside the untouched workbook; completes a sentence of the receipt.")

    @model_validator(mode="after")
    def all_are_said(self) -> Self:
        """Every reason has its words, every weight its own colour."""
        silent = [reason for reason in get_args(Reason) if reason not in self.unmarked]
        if silent:
            raise ValueError(f"unmarked: {silent[0]!r} has no words")
        if len(set(self.colours.values())) < len(get_args(Severity)):
            raise ValueError("colours: each severity needs one of its own")
        if not self.note.startswith(self.opening):
            raise ValueError("note: must begin with `opening`")
        return self
