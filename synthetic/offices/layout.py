"""From a return to a sheet: title, headers, body, totals and notes, and the address of every cell that is wrong on purpose."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from synthetic.chance import Chance
from synthetic.filing.entry import Cell, Entry, Mark, Return
from synthetic.offices.declared import of_offices
from synthetic.offices.habit import LEVELS, Field, Manner
from synthetic.offices.naming import Signers, said, sheet_name
from synthetic.offices.sheet import Label, Sheet, Stands, address, extent, shown
from synthetic.offices.wording import Writer

ROW_NUMBER = "row_no"
EMPTY_ROWS, HIDDEN_ROWS = 30, 3
NARROWEST, NARROW, WIDEST_HEADER, WIDEST = 3, 4, 14, 46
LOOKED_AT = 80
SHIFTED, TOTAL_WRONG = "shifted_row", "total_wrong"
TABLE_ONLY, OBJECTS, MERGES = {"csv", "json"}, "json", "xlsx"  # formats: those that hold a table and nothing else, objects, merged cells


@dataclass(frozen=True)
class Paper:
    """A return on its way into a file: what it states, in whose manner, over which signatures."""

    file: str
    asked: Return
    writer: Writer
    signers: Signers

    @property
    def manner(self) -> Manner:
        """The manner of its office."""
        return self.writer.manner

    @property
    def sheet(self) -> str:
        """The name of its sheet."""
        return sheet_name(self.manner, self.asked.period, self.signers)

    def address(self, row: int, place: int) -> str:
        """Where a cell stands; of objects the number and the key."""
        return f"{self.sheet}[{row}].{self.manner.fields[place].header}" if self.manner.format == OBJECTS else address(row, place)

    def said(self, pattern: str) -> str:
        """A pattern with its blanks filled in."""
        return said(pattern, self.manner, self.asked.period, self.signers)


@dataclass
class Page:
    """A sheet while it is being filled, row by row."""

    width: int
    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    records: list[Stands] = field(default_factory=list)

    def line(self, text: str) -> None:
        """One text over the whole width."""
        if self.width > 1:
            self.merges.append((len(self.rows), 0, len(self.rows), self.width - 1))
        self.rows.append([text])


def sheet(paper: Paper, chance: Chance) -> tuple[Sheet, tuple[Label, ...]]:
    """The sheet of a return in an office's manner, and the labels of what is wrong in it."""
    manner, asked = paper.manner, paper.asked
    page = Page(len(manner.fields))
    is_table_only = manner.format in TABLE_ONLY
    if not is_table_only:
        above(page, paper)
    title_rows = len(page.rows)
    headers(page, manner, is_flat=is_table_only)
    header_rows = len(page.rows)
    body(page, paper)
    first_below = len(page.rows)
    if not asked.entries and manner.format != OBJECTS:
        page.line(paper.said(chance.pick(of_offices().nil)))
    if asked.entries and manner.totals and manner.sums and not is_table_only:
        page.rows.append(list(totals(page, paper, header_rows)))
        first_below += 1
    if manner.note and not is_table_only:
        page.rows.append([])
        page.line(paper.said(manner.note))
    made = Sheet(
        name=paper.sheet,
        rows=page.rows,
        title_rows=title_rows,
        header_rows=header_rows,
        last_body_row=first_below,
        blank_rows=EMPTY_ROWS if manner.has_empty_rows and not manner.note else 0,
        merges=tuple(page.merges),
        hidden_rows=hidden(manner, header_rows, len(asked.entries), chance),
        widths=widths(manner, page.rows[header_rows : header_rows + min(LOOKED_AT, len(asked.entries))]),
        date_format=manner.native_format,
        records=tuple(page.records),
    )
    return made, tuple(page.labels)


def above(page: Page, paper: Paper) -> None:
    """What stands above the headers: the title, who files, and the field names of a system where one printed it."""
    manner = paper.manner
    page.line(paper.said(manner.title))
    if manner.info:
        page.line(paper.said(manner.info))
    if manner.has_code_row:
        page.rows.append([one.columns[0].upper() for one in manner.fields])


def headers(page: Page, manner: Manner, *, is_flat: bool) -> None:
    """The header rows: those of several levels stand one above another, a parent over all its children, a single one over all levels."""
    parts = [[one.header] for one in manner.fields] if is_flat else levels_of([one.header for one in manner.fields])
    depth = max(map(len, parts))
    top = len(page.rows)
    rows: list[list[Cell]] = [[None] * len(parts) for _ in range(depth)]
    for column, levels in enumerate(parts):
        for level, text in enumerate(levels):
            is_parent = level < len(levels) - 1
            if is_parent and column and parts[column - 1][: level + 1] == levels[: level + 1] and len(parts[column - 1]) > level + 1:
                continue
            rows[level][column] = text if is_parent or not (manner.is_vertical and manner.fields[column].columns[0] in manner.sums) else "\n".join(text)
            last = column
            while is_parent and last + 1 < len(parts) and parts[last + 1][: level + 1] == levels[: level + 1]:
                last += 1
            down = depth - 1 if not is_parent else level
            if (last, down) != (column, level):
                page.merges.append((top + level, column, top + down, last))
    page.rows.extend(rows)


def levels_of(headers: list[str]) -> list[list[str]]:
    """The levels of each header. What would be a parent over one column only is written in one cell with its child: 专职/兼职 is one heading."""
    parts = [header.split(LEVELS) for header in headers]
    found = []
    for levels in parts:
        shared = next((depth for depth in range(len(levels) - 1, 0, -1) if sum(other[:depth] == levels[:depth] for other in parts) > 1), 0)
        found.append([*levels[:shared], LEVELS.join(levels[shared:])])
    return found


def body(page: Page, paper: Paper) -> None:
    """The entries, a row each; a place that repeats is written once where the office merges."""
    manner = paper.manner
    merged = [place for place, one in enumerate(manner.fields) if manner.merges and manner.format == MERGES and one.columns[0] in manner.repeats]
    first = len(page.rows)
    for number, entry in enumerate(paper.asked.entries, start=1):
        row = row_of(entry, number, paper.writer)
        page.labels.extend(labels(entry, row, len(page.rows), paper))
        page.rows.append(row)
        page.records.append(Stands(entry.key, number if manner.format == OBJECTS else len(page.rows)))
    for place in merged:
        merge(page, first, place)
    page.labels.extend(label(paper, Mark(lost.kind, "", None), lost.key, ("", lost.truth, "")) for lost in paper.asked.lost)


def merge(page: Page, first: int, place: int) -> None:
    """One cell for each run of equal ones in a column."""
    start = first
    for at in range(first + 1, len(page.rows) + 1):
        if at < len(page.rows) and page.rows[at][place] == page.rows[start][place]:
            continue
        if at - start > 1 and page.rows[start][place] is not None:
            page.merges.append((start, place, at - 1, place))
            for row in page.rows[start + 1 : at]:
                row[place] = None
        start = at


def row_of(entry: Entry, number: int, writer: Writer) -> list[Cell]:
    """The cells of one entry."""
    row = [cell_of(entry, number, one, writer) for one in writer.manner.fields]
    if any(mark.kind == SHIFTED for mark in entry.marks):
        place = next((place for place, one in enumerate(writer.manner.fields) if one.columns[0] == entry.marks[-1].column), len(row))
        row[place:] = [None, *row[place:-1]][: len(row) - place]
    return row


def cell_of(entry: Entry, number: int, one: Field, writer: Writer) -> Cell:
    """One cell: a number of the row, two facts with what stands between them, or one value."""
    if one.columns == (ROW_NUMBER,):
        return number
    if one.separator:
        return one.separator.join(str(entry.raw.get(name, entry.values.get(name)) or "") for name in one.columns).strip() or None
    name = one.columns[0]
    return entry.raw[name] if name in entry.raw else writer.cell(one, name, entry.values.get(name))


def labels(entry: Entry, row: list[Cell], at: int, paper: Paper) -> Iterator[Label]:
    """What is wrong in one row, with the cell in which it shows; nothing of a column that the layout lacks."""
    for mark in entry.marks:
        place = next((place for place, one in enumerate(paper.manner.fields) if mark.column in one.columns), None)
        if place is not None:
            truth = truth_of(mark, entry, paper.manner.fields[place], paper.writer)
            yield label(paper, mark, entry.key, (paper.address(at, place), truth, shown(row[place])))


def truth_of(mark: Mark, entry: Entry, one: Field, writer: Writer) -> str:
    """What the cell would hold if all were true."""
    if one.separator:
        return one.separator.join(str((mark.truth if name == mark.column else entry.values.get(name)) or "") for name in one.columns).strip()
    return shown(writer.cell(one, mark.column, mark.truth))


def label(paper: Paper, mark: Mark, record: str, seen: tuple[str, str, str]) -> Label:
    """A label of one cell: its address, what would be true, what was filed."""
    cell, truth, as_filed = seen
    asked = paper.asked
    return Label(paper.file, paper.sheet, cell, asked.ledger, asked.unit.code, asked.period.code, mark.column, mark.kind, record, truth, as_filed)


def totals(page: Page, paper: Paper, first: int) -> Iterator[Cell]:
    """The row of totals: its word, and the sum of each column that is summed; some are wrong on purpose."""
    manner = paper.manner
    for place, one in enumerate(manner.fields):
        name = one.columns[0]
        if name not in manner.sums:
            yield manner.totals if place == 0 else None
            continue
        total = round(sum(cell for row in page.rows[first:] if isinstance(cell := row[place] if place < len(row) else None, int | float)), 4)
        filed = total + paper.asked.totals_off.get(name, 0)
        if filed != total:
            page.labels.append(label(paper, Mark(TOTAL_WRONG, name, None), "", (paper.address(len(page.rows), place), shown(total), shown(filed))))
        yield filed


def hidden(manner: Manner, first: int, count: int, chance: Chance) -> tuple[int, ...]:
    """Rows that a filter left hidden; they are entries like the others."""
    if not manner.has_hidden_rows or count <= HIDDEN_ROWS:
        return ()
    return tuple(first + place for place in chance.among(range(count), HIDDEN_ROWS))


def widths(manner: Manner, rows: list[list[Cell]]) -> tuple[int, ...]:
    """How wide each column is drawn: as wide as what stands in it, within reason."""
    found = []
    lowest = [levels[-1] for levels in levels_of([one.header for one in manner.fields])]
    for place, heading in enumerate(lowest):
        header = NARROW if manner.is_vertical else extent(heading)
        body_ = max((extent(shown(row[place])) for row in rows), default=0)
        found.append(min(WIDEST, max(NARROWEST, min(header, WIDEST_HEADER), body_) + 2))
    return tuple(found)
