"""Handing back: the marked copy of a file, or where it must be left alone, the list of its problems and the reason."""

from dataclasses import replace

from catalog.marking import MarkingWords
from ingest.cells import Refused
from ingest.marking.first_sheet import first_sheet
from ingest.marking.list_sheet import ListSheet, list_sheet, print_titles
from ingest.marking.looks import Looks, looks_in
from ingest.marking.mark import Marked, Marking
from ingest.marking.patching import patched
from ingest.marking.plain_workbook import NewSheet, copied, package, styles_part
from ingest.marking.styles_part import StylesPart
from ingest.marking.unmarkable import UnmarkableError
from ingest.marking.workbook_part import PRINT_TITLES
from ingest.marking.xml_bytes import escaped
from ingest.opening import open_file
from ingest.package import PACKAGE_STARTS


def handed_back(content: bytes, name: str, marking: Marking, words: MarkingWords) -> Marked:
    """What goes back for a file that was opened before: its copy with the marks, else the list."""
    try:
        return Marked(patched(content if content.startswith(PACKAGE_STARTS) else copy_of(content, name, words), marking, words))
    except UnmarkableError as error:
        return Marked(problem_list(marking, words), error.reason)


def copy_of(content: bytes, name: str, words: MarkingWords) -> bytes:
    """A file that is no package, as one with the same cells. UnmarkableError where it does not open."""
    workbook = open_file(content, name)
    if isinstance(workbook, Refused):
        raise UnmarkableError("not_a_package")
    return copied(workbook, words.font)


def problem_list(marking: Marking, words: MarkingWords) -> bytes:
    """The problems in a workbook of their own; its places are words, since what they speak of stands in another file."""
    styles = StylesPart(styles_part(words.font))
    looks = looks_in(styles, words)
    unlinked = replace(marking, lines=tuple(replace(line, at=None) for line in marking.lines))
    return workbook_of(first_sheet(unlinked, words, looks), words.list_sheet, looks, styles)


def workbook_of(made: ListSheet, name: str, looks: Looks, styles: StylesPart) -> bytes:
    """A list as a workbook of its own."""
    titles = b'<definedName name="%b" localSheetId="0">%b</definedName>' % (PRINT_TITLES.encode(), escaped(print_titles(name)))
    sheet = NewSheet(name, hidden=False, part=list_sheet(made, looks))
    return package([sheet], styles.written(), b"<definedNames>%b</definedNames>" % titles)
