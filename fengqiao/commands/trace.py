"""`fengqiao trace`: from a published row back to the cells somebody wrote."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from fengqiao import exits
from fengqiao.messages import options as words
from fengqiao.messages import trace as said
from fengqiao.options import Home, Json

if TYPE_CHECKING:
    from fengqiao.home import Office
    from fengqiao.sources import Source


def trace(
    *,
    table: Annotated[str, typer.Argument(metavar=words.TABLE_VALUE, help=words.TABLE)],
    key: Annotated[str, typer.Argument(metavar=words.KEY_VALUE, help=words.KEY)],
    home: Home = None,
    json: Json = False,
) -> int:
    """Show the files, rows and cells that a row comes from. The access is logged."""
    from fengqiao.answers import print_json
    from fengqiao.complaint import No, WrongUse
    from fengqiao.home import standing
    from fengqiao.sources import sources
    from warehouse.origin import NoOrigin

    office = standing(home)
    try:
        found = list(sources(office, table, key))
    except NoOrigin:
        raise WrongUse(said.NO_ORIGIN.format(table=table), "fengqiao query") from None
    if not found:
        raise No(said.NO_ROW.format(table=table, key=key))
    if json:
        print_json({"table": table, "key": key, "sources": found})
    else:
        show(office, found)
    return exits.DONE


def show(office: "Office", found: "list[Source]") -> None:
    """Each source with its cells."""
    from fengqiao.answers import print_table, print_text

    for source in found:
        district = office.catalog.units[source.district].name
        print_text(said.SOURCE.format(district=district, received=source.received_at, file=source.file, sheet=source.sheet, row=source.row))
        print_table(said.HEADERS, cells(source))


def cells(source: "Source") -> Iterator[list[object]]:
    """The cells where something stands."""
    for cell in source.cells:
        if cell.text is not None:
            yield [cell.cell, cell.header, cell.text, cell.field, cell.value]
