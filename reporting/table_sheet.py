"""The first sheet: units down, figures across, who is missing below them, and the line that is signed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from catalog.report import ReportGroup
from reporting.content import Content
from reporting.looks import CELL, COUNT, HEAD, LEFT, MIDDLE, NOTE, RIGHT, SHARE, TEXT, TITLE, height
from reporting.paper import Area, Paper, Put
from reporting.shown import shown, unit

TITLE_ROW, INFO_ROW, GROUP_ROW, FIGURE_ROW, UNIT_ROW, FIRST_ROW = range(6)
UNIT_WIDTH, FIGURE_WIDTH, MONEY_WIDTH, GROUP_WIDTH = 18.5, 9.0, 14.5, 15.0  # in half-width characters; no head is narrower than the last
FEWEST_COLUMNS = 10
TITLE_HEIGHT, INFO_HEIGHT, ROW_HEIGHT, SIGN_HEIGHT = 34, 20, 19, 36  # in points


def write_table(paper: Paper, content: Content) -> None:
    """The whole sheet."""
    words, widths = content.catalog.extract, list(column_widths(content))
    paper.set_up(range(FIRST_ROW), widths, words.page)
    write_head(paper, content, len(widths))
    for row, code in enumerate(content.rows, FIRST_ROW):
        write_unit(paper, content, row, code)
    below = write_coverage(paper, content, FIRST_ROW + len(content.rows), widths)
    write_foot(paper, content, below, widths)


def column_widths(content: Content) -> Iterator[float]:
    """The units' column, one for each figure, and as many empty ones as the lines above and below need."""
    yield UNIT_WIDTH
    for group in content.report.groups:
        indicators = [content.catalog.indicators[figure.indicator] for figure in group.figures]
        yield from (max(MONEY_WIDTH if indicator.is_money else FIGURE_WIDTH, GROUP_WIDTH / len(indicators)) for indicator in indicators)
    yield from (FIGURE_WIDTH for _ in range(len(content.report.figures) + 1, FEWEST_COLUMNS))


def groups(content: Content) -> Iterator[tuple[ReportGroup, range]]:
    """The heads of figures with the columns below them."""
    ends = accumulate((len(group.figures) for group in content.report.groups), initial=1)
    yield from ((group, range(*ends)) for group, ends in zip(content.report.groups, pairwise(ends), strict=True))


def write_head(paper: Paper, content: Content, width: int) -> None:
    """Title, who and when, and three rows of heads."""
    words = content.catalog.extract
    office = words.table.city_office if content.is_of_city else content.catalog.units[content.unit_code].office
    paper.put(Area.across(TITLE_ROW, range(width)), content.title, TITLE)
    third = width // 3
    paper.put(Area.across(INFO_ROW, range(third)), words.table.filer.format(office=office), LEFT)
    paper.put(Area.across(INFO_ROW, range(third, width - third)), content.month, MIDDLE)
    paper.put(Area.across(INFO_ROW, range(width - third, width)), words.table.until.format(as_of=day(content)), RIGHT)
    paper.put(Area(GROUP_ROW, 0, UNIT_ROW, 0), words.table.unit, HEAD)
    for group, columns in groups(content):
        paper.put(Area.across(GROUP_ROW, columns), group.title, HEAD)
    for column, (figure, indicator) in enumerate(zip(content.report.figures, content.indicators, strict=True), 1):
        paper.put(Area.cell(FIGURE_ROW, column), figure.title, HEAD)
        paper.put(Area.cell(UNIT_ROW, column), unit(indicator, words), HEAD)
    paper.sheet.set_row(TITLE_ROW, TITLE_HEIGHT)
    paper.sheet.set_row(INFO_ROW, INFO_HEIGHT)
    paper.sheet.set_row(FIGURE_ROW, height((figure.title, FIGURE_WIDTH - 1) for figure in content.report.figures))


def write_unit(paper: Paper, content: Content, row: int, code: str) -> None:
    """The figures of a unit; the uppermost row stands out where it is the sum of others."""
    words = content.catalog.extract
    is_whole = content.is_of_city and code == content.unit_code
    paper.put(Area.cell(row, 0), words.table.whole if is_whole else content.name(code), replace(TEXT, bold=is_whole))
    for column, indicator in enumerate(content.indicators, 1):
        value, look = shown(content.figure(code, indicator.id), indicator, words)
        paper.put(Area.cell(row, column), value, replace(look, bold=is_whole))
    paper.sheet.set_row(row, ROW_HEIGHT)


def write_coverage(paper: Paper, content: Content, first: int, widths: Sequence[float]) -> int:
    """Of the figures under each head: returns expected and received, the share, and who is missing; gives the row below."""
    words = content.catalog.extract.table
    labels = (words.expected, words.received, words.coverage, words.missing)
    for row, label in enumerate(labels, first):
        paper.put(Area.cell(row, 0), label, replace(HEAD, align="left"))
        paper.sheet.set_row(row, ROW_HEIGHT)
    names: list[tuple[str, float]] = []
    for group, columns in groups(content):
        for row, (value, look) in enumerate(coverage(content, group), first):
            paper.put(Area.across(row, columns), value, look)
        names.append((content.missing_names(group.figures[0].indicator), sum(widths[columns.start : columns.stop]) - 1))
    paper.sheet.set_row(first + len(labels) - 1, height(names, NOTE.size))
    return first + len(labels)


def coverage(content: Content, group: ReportGroup) -> tuple[Put, Put, Put, Put]:
    """The four cells below a head, whose figures rest on the same ledgers."""
    figure, none = content.of_all(group.figures[0].indicator), (content.catalog.extract.none, CELL)
    count, share = replace(CELL, number=COUNT), replace(CELL, number=SHARE)
    expected = none if figure.owed is None else (figure.owed, count)
    covered = none if figure.coverage_ratio is None else (figure.coverage_ratio, share)
    return (expected, (figure.returns_received, count), covered, (content.missing_names(figure.indicator), replace(CELL, size=NOTE.size)))


def write_foot(paper: Paper, content: Content, row: int, widths: Sequence[float]) -> None:
    """Notes, and the line that is signed."""
    words = content.catalog.extract
    notes = [*words.table.notes, *([words.table.withheld] if content.published.withheld else [])]
    facts = {"mark": words.mark, "version": content.published.version, "count": len(content.published.withheld)}
    for number, note in enumerate(notes, row):
        text = note.format(**facts)
        paper.put(Area.across(number, range(len(widths))), text, NOTE)
        paper.sheet.set_row(number, height([(text, sum(widths))], NOTE.size) - 2)
    signed, parts = row + len(notes), words.table.sign_off
    cuts = [len(widths) * part // len(parts) for part in range(len(parts) + 1)]
    for text, (start, stop) in zip(parts, pairwise(cuts), strict=True):
        paper.put(Area.across(signed, range(start, stop)), text, LEFT)
    paper.sheet.set_row(signed, SIGN_HEIGHT)


def day(content: Content) -> str:
    """Up to which day the figures reach."""
    return content.catalog.extract.day.format(year=content.as_of.year, month=content.as_of.month, day=content.as_of.day)
