"""The forms of labels and figures as sheets: levels across, or labels and figures side by side."""

from collections.abc import Iterable, Iterator
from itertools import islice

from synthetic import words
from synthetic.chance import Chance
from synthetic.filing.entry import Cell, Entry
from synthetic.offices.layout import Page, Paper, label
from synthetic.offices.sheet import Label, Sheet, Stands, address, shown

PAIRS_A_ROW = 7
LABEL_WIDTH, HEAD_WIDTH, FIGURE_WIDTH = 18, 16, 8


def form(paper: Paper, chance: Chance) -> tuple[Sheet, tuple[Label, ...]]:  # noqa: ARG001  # a form leaves nothing to an office's taste
    """The sheet of a form, and the labels of what is wrong in it."""
    has_heads = paper.manner.ledger.form is not None and paper.manner.ledger.form.only_head is None
    return crosstab(paper) if has_heads else pairs(paper)


def crosstab(paper: Paper) -> tuple[Sheet, tuple[Label, ...]]:
    """Three columns of labels, then a column per level; a label that repeats is written once over merged cells."""
    labels = words.forms().screening.labels
    heads = tuple(dict.fromkeys(str(entry.values["head_text"]) for entry in paper.asked.entries))
    page = Page(len(labels) + len(heads))
    page.line(paper.said(paper.manner.title))
    page.line(paper.said(paper.manner.info or "{office}"))
    page.rows.append([*labels, *heads])
    top = len(page.rows)
    for row in in_rows(paper.asked.entries, len(heads)):
        put_row(page, paper, row)
    for place in (1, 0):
        merge_labels(page, top, place)
    page.line(words.forms().screening.note)
    widths = (LABEL_WIDTH,) * len(labels) + (HEAD_WIDTH,) * len(heads)
    made = Sheet(
        name=paper.sheet,
        rows=page.rows,
        title_rows=top - 1,
        header_rows=top,
        last_body_row=len(page.rows) - 1,
        merges=tuple(page.merges),
        widths=widths,
        records=tuple(page.records),
        is_form=True,
    )
    return made, tuple(page.labels)


def put_row(page: Page, paper: Paper, entries: tuple[Entry, ...]) -> None:
    """The labels and the figures of one row."""
    values = entries[0].values
    item = values["item_text"]
    columns = paper.manner.ledger.columns
    word = paper.manner.words[columns["item_text"].codes or ""].get(str(item), item) if item else None
    row: list[Cell] = [str(values["block_text"]), str(word) if word else None, str(values["measure_text"])]
    for entry in entries:
        put(page, paper, entry, (len(page.rows), len(row)), row)
    page.rows.append(row)


def put(page: Page, paper: Paper, entry: Entry, at: tuple[int, int], row: list[Cell]) -> None:
    """One figure, with its labels where it is wrong."""
    cell = figure(entry.raw.get("figure_text", entry.values["figure_text"]))
    row.append(cell)
    page.records.append(Stands(entry.key, at[0] + 1, at[1] + 1))
    page.labels.extend(label(paper, mark, entry.key, (address(*at), shown(figure(mark.truth)), shown(cell))) for mark in entry.marks)


def figure(value: object) -> Cell:
    """A figure as a number, where it is one."""
    text = str(value)
    return int(text) if text.lstrip("-").isdigit() else text


def merge_labels(page: Page, top: int, place: int) -> None:
    """One cell for each run of the same label below the same block."""
    start = top
    for at in range(top + 1, len(page.rows) + 1):
        if at < len(page.rows) and page.rows[at][: place + 1] == page.rows[start][: place + 1]:
            continue
        if at - start > 1 and page.rows[start][place] is not None:
            page.merges.append((start, place, at - 1, place))
        start = at
    seen: list[Cell] = []
    for row in page.rows[top:]:
        same = row[: place + 1] == seen
        seen = row[: place + 1]
        if same:
            row[place] = None


def pairs(paper: Paper) -> tuple[Sheet, tuple[Label, ...]]:
    """Blocks of labels with their figures beside them, some pairs in a row."""
    told = words.forms().campaign
    page = Page(1 + 2 * PAIRS_A_ROW)
    page.line(told.title)
    page.line(paper.said(paper.manner.info or "{office}{period}"))
    top = len(page.rows)
    for name, entries in blocks(paper.asked.entries):
        start = len(page.rows)
        for number, some in enumerate(in_rows(entries, PAIRS_A_ROW)):
            row: list[Cell] = [name if number == 0 else None]
            for entry in some:
                row.append(str(entry.values["measure_text"]))
                put(page, paper, entry, (len(page.rows), len(row)), row)
            page.rows.append(row)
        if len(page.rows) - start > 1:
            page.merges.append((start, 0, len(page.rows) - 1, 0))
    below = len(page.rows)
    page.line(told.note)
    if paper.manner.note:
        page.line(paper.said(paper.manner.note))
    widths = (LABEL_WIDTH,) + (LABEL_WIDTH, FIGURE_WIDTH) * PAIRS_A_ROW
    made = Sheet(
        name=paper.sheet,
        rows=page.rows,
        title_rows=top,
        header_rows=top,
        last_body_row=below,
        merges=tuple(page.merges),
        widths=widths,
        records=tuple(page.records),
        is_form=True,
    )
    return made, tuple(page.labels)


def blocks(entries: tuple[Entry, ...]) -> Iterator[tuple[str, list[Entry]]]:
    """The figures block by block."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(str(entry.values["block_text"]), []).append(entry)
    yield from found.items()


def in_rows(entries: Iterable[Entry], width: int) -> Iterator[tuple[Entry, ...]]:
    """Entries in rows of a width."""
    left = iter(entries)
    while row := tuple(islice(left, width)):
        yield row
