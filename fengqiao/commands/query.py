"""`fengqiao query`: SQL on the published file, read-only."""

from typing import Annotated

import typer

from fengqiao import exits
from fengqiao.messages import options as words
from fengqiao.options import Home, Json

TABLES = """
    select table_name, count(*) as columns
    from information_schema.columns where table_schema = 'main' group by table_name order by table_name
"""


def query(
    *,
    sql: Annotated[str, typer.Argument(metavar="SQL", help=words.SQL)] = "",
    csv: Annotated[bool, typer.Option("--csv", help=words.CSV)] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help=words.MARKDOWN)] = False,
    tables: Annotated[bool, typer.Option("--tables", help=words.TABLES)] = False,
    home: Home = None,
    json: Json = False,
) -> int:
    """Answer one SELECT."""
    from fengqiao.answers import print_csv, print_json, print_markdown, print_table
    from fengqiao.complaint import WrongUse
    from fengqiao.home import standing
    from fengqiao.messages import query as said
    from fengqiao.published import ask
    from warehouse.locked_file import QueryRefused

    if not (sql or tables):
        raise WrongUse(said.NO_SQL, "fengqiao query")
    try:
        found = ask(standing(home), TABLES if tables else sql)
    except QueryRefused as error:
        raise WrongUse(said.REFUSED.format(why=error)) from error
    if json:
        print_json({"columns": found.columns, "rows": found.rows})
    elif csv:
        print_csv(found.columns, found.rows)
    elif markdown:
        print_markdown(found.columns, found.rows)
    else:
        print_table(found.columns, found.rows)
    return exits.DONE
