"""Our first sheet when it comes back: known again by its name and its hidden column, whatever program has saved it since, and read for what was answered."""

from collections.abc import Iterator

from catalog.marking import MarkingWords
from ingest.cells import Sheet, filed
from ingest.checked import LineAnswer
from ingest.marking.first_sheet import KEY_HEADER
from ingest.protect import without_numbers


def is_ours(sheet: Sheet, words: MarkingWords) -> bool:
    """Whether a sheet is our list of what to put right."""
    return sheet.name == words.sheet and header_of(sheet) is not None


def header_of(sheet: Sheet) -> tuple[int, int] | None:
    """The row of the headers and the column of the keys, counted from 0."""
    found = ((row, values.index(KEY_HEADER)) for row, values in enumerate(sheet.rows) if KEY_HEADER in values)
    return next(found, None)


def answers_on(sheet: Sheet, words: MarkingWords) -> Iterator[LineAnswer]:
    """What was written under the header for explanations, numbers of persons made unreadable; lines without an answer, or without their key, give nothing."""
    header = header_of(sheet)
    if header is None or words.columns.explanation not in sheet.rows[header[0]]:
        return
    answer_column = sheet.rows[header[0]].index(words.columns.explanation)
    for values in sheet.rows[header[0] + 1 :]:
        known, text = filed(values[header[1]]).split(), filed(values[answer_column]).strip()
        if known and text:
            yield LineAnswer(known[0], frozenset(known[1:]), without_numbers(text))
