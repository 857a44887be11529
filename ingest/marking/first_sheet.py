"""Our own sheet in front of a marked workbook: what to put right, a line for each kind of mistake, with a link to its first cell and a cell to answer in."""

from catalog.marking import MarkingWords
from ingest.marking.list_sheet import Link, ListRow, ListSheet
from ingest.marking.looks import Looks
from ingest.marking.mark import Line, Marking

WIDTHS = (6, 9, 10, 28, 36, 28, 34, 8, 36)
LINKS = 3  # the column of links: short texts, since LibreOffice wraps no link
KEY_HEADER = "fengqiao:1"  # of the hidden column; says that the sheet is ours, and how its keys are made


def first_sheet(marking: Marking, words: MarkingWords, looks: Looks, memory: str = "") -> ListSheet:
    """The list of what to put right. `memory` is what the next round has to know; it stands in the hidden column."""
    return ListSheet(
        title=words.title,
        words=(marking.summary, words.how_to),
        headers=tuple(words.columns.model_dump().values()),
        widths=WIDTHS,
        rows=tuple(row(line, words, looks) for line in marking.lines),
        footer=words.print_title,
        key_header=KEY_HEADER,
        memory=memory,
    )


def row(line: Line, words: MarkingWords, looks: Looks) -> ListRow:
    """One line. By its key it is known again when the workbook comes back."""
    link = Link(LINKS, line.sheet, line.at) if line.sheet and line.at else None
    cells = (
        (words.severities[line.severity], looks.severities[line.severity]),
        (line.jump, looks.link if link else looks.centred),
        (line.place, looks.text),
        (line.wrong, looks.text),
        (line.should_be, looks.text),
        (line.remedy, looks.text),
        (words.page.format(page=line.page), looks.centred),
        (line.explanation, looks.answer),
    )
    return ListRow(cells, link, line.key)
