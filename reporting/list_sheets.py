"""The two sheets behind the table: what each figure is, and what stands behind those of its uppermost row."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from catalog.indicator import Indicator
from reporting.content import Content
from reporting.looks import CELL, COUNT, HEAD, MARGIN, NUMBER, SHARE, TEXT, TITLE, Look, height
from reporting.paper import Area, Paper, Put
from reporting.shown import shown, unit

TITLE_ROW, HEAD_ROW, FIRST_ROW = range(3)
TITLE_HEIGHT = 36  # in points
BASIS_WIDTHS = (5, 25, 9, 42, 26, 24, 25, 25)
COVERAGE_WIDTHS = (5, 25, 9, 15, 9, 9, 9, 9, 9, 10, 10, 9, 46)


@dataclass(frozen=True)
class Listed:
    """A list as it stands on a sheet; `widths` are those of its columns, in half-width characters."""

    title: str
    headers: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[Put]]


def write_basis(paper: Paper, content: Content) -> None:
    """The definition of each figure with its parts, the ledgers that it rests on, and the clause that asks for it."""
    words = content.catalog.extract
    rows = [basis(number, indicator, content) for number, indicator in enumerate(content.indicators, 1)]
    write_list(paper, Listed(words.basis.title, words.basis.headers, BASIS_WIDTHS, rows), words.page)


def basis(number: int, indicator: Indicator, content: Content) -> Sequence[Put]:
    """One figure in words."""
    words = content.catalog.extract
    ledgers = words.table.between_units.join(content.catalog.ledgers[ledger].title for ledger in indicator.ledgers)
    parts = (indicator.numerator or words.basis.alone, indicator.denominator or words.none)
    texts = (indicator.definition, *parts, ledgers, content.catalog.papers.spelt_out(indicator.clause))
    return ((number, CELL), (indicator.title, TEXT), (unit(indicator, words), CELL), *((text, TEXT) for text in texts))


def write_coverage(paper: Paper, content: Content) -> None:
    """What each figure of the uppermost row was made from, what is not in it, and who is missing."""
    words = content.catalog.extract
    rows = [coverage(number, indicator, content) for number, indicator in enumerate(content.indicators, 1)]
    title = words.coverage.title.format(unit=words.table.whole if content.is_of_city else content.name(content.unit_code))
    write_list(paper, Listed(title, (*words.coverage.headers, words.coverage.missing), COVERAGE_WIDTHS, rows), words.page)


def coverage(number: int, indicator: Indicator, content: Content) -> Sequence[Put]:
    """One figure with what stands behind it."""
    words, figure = content.catalog.extract, content.of_all(indicator.id)
    count, share = replace(NUMBER, number=COUNT + MARGIN), replace(NUMBER, number=SHARE + MARGIN)

    def known(value: Decimal | int | None, look: Look = count) -> Put:
        return (words.none, CELL) if value is None else (value, look)

    parts = (figure.numerator, figure.denominator) if indicator.is_ratio else (None, None)
    return (
        (number, CELL),
        (indicator.title, TEXT),
        (unit(indicator, words), CELL),
        shown(figure, indicator, words),
        *map(known, (*parts, figure.unreadable, figure.blocked, figure.carried_forward, figure.owed, figure.returns_received)),
        known(figure.coverage_ratio, share),
        (content.missing_names(indicator.id), TEXT),
    )


def write_list(paper: Paper, listed: Listed, footer: str) -> None:
    """Title, headers, rows."""
    paper.set_up(range(FIRST_ROW), listed.widths, footer)
    paper.put(Area.across(TITLE_ROW, range(len(listed.widths))), listed.title, TITLE)
    paper.sheet.set_row(TITLE_ROW, TITLE_HEIGHT)
    for row, cells in enumerate([[(header, HEAD) for header in listed.headers], *listed.rows], HEAD_ROW):
        for column, (value, look) in enumerate(cells):
            paper.put(Area.cell(row, column), value, look)
        paper.sheet.set_row(row, height((str(value), width - 1) for (value, _), width in zip(cells, listed.widths, strict=True)))
