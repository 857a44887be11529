"""The data dictionary: one page per published table, with its grain, where it comes from, who reads it, and what each column states."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog.catalog import Catalog
from catalog.ledger import Ledger
from catalog.render.exposures import ASSETS
from catalog.render.published import Column, Table
from catalog.render.rendered import WARNING, Rendered, fill
from catalog.superset_files import files

FOLDER = Path("docs/tables")
STAGED = "stg_"


@dataclass(frozen=True)
class Filed:
    """What a column is in the ledgers that it comes from: its Chinese headers, privacy classes and clauses."""

    titles: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True)
class ColumnLine:
    """One column of a page."""

    name: str
    type: str
    states: str
    filed: Filed


@dataclass(frozen=True)
class TablePage:
    """One page."""

    table: Table
    columns: Sequence[ColumnLine]
    reads: Sequence[str]
    read_by: Sequence[str]
    shown_on: Sequence[str]


def render(catalog: Catalog, tables: dict[str, Table]) -> Iterator[Rendered]:
    """`docs/tables/<table>.md` for every published table, and `README.md`, the list of them."""
    shown = dashboards(catalog)
    for table in tables.values():
        ledgers = [ledger for ledger in catalog.ledgers.values() if f"{STAGED}{ledger.id}" in upstream(table, tables)]
        page = TablePage(
            table=table,
            columns=[line(column, table, ledgers) for column in table.described.columns],
            reads=[link(name) if name in tables else f"`{name}`" for name in table.reads],
            read_by=[link(other.name) for other in tables.values() if table.name in other.reads],
            shown_on=[title for title, read in shown.items() if table.name in read],
        )
        made_from = f"Rendered from {table.file.with_suffix('.yml')} {WARNING}"
        yield Rendered(FOLDER / f"{table.name}.md", fill("table.md.jinja", header=made_from, page=page))
    yield Rendered(FOLDER / "README.md", fill("tables.md.jinja", header=f"Rendered from the tables' descriptions {WARNING}", tables=tables.values()))


def dashboards(catalog: Catalog) -> dict[str, set[str]]:
    """Each dashboard by title, with the published tables that it rests on."""
    found = files(catalog.home.parent / ASSETS)
    return {page.dashboard_title: found.tables(page) for page in found.dashboards.values()}


def link(name: str) -> str:
    """A table's name that leads to its page."""
    return f"[`{name}`]({name}.md)"


def upstream(table: Table, tables: dict[str, Table]) -> set[str]:
    """A table and all that it rests on, step by step."""
    found, waiting = {table.name}, list(table.reads)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += tables[name].reads if name in tables else ()
    return found


def line(column: Column, table: Table, ledgers: Sequence[Ledger]) -> ColumnLine:
    """A column with what it is in the ledgers that the table rests on."""
    types = table.described.config.get("column_types")
    type_of_seed = types.get(column.name) if isinstance(types, dict) else None
    return ColumnLine(column.name, column.data_type or str(type_of_seed or ""), column.description, filed(column.name, ledgers))


def filed(landed: str, ledgers: Sequence[Ledger]) -> Filed:
    """What lands under a name, in some ledgers."""
    found = [column for ledger in ledgers for name, column in ledger.columns.items() if landed in ledger.landed_as(name)]
    return Filed(
        titles=tuple(dict.fromkeys(column.title for column in found)),
        classes=tuple(dict.fromkeys(column.privacy for column in found)),
        clauses=tuple(dict.fromkeys(column.clause for column in found if column.clause)),
    )
