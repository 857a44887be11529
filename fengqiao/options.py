"""The options and arguments that several commands share, each declared once."""

from pathlib import Path
from typing import Annotated

import typer

from fengqiao.messages import options as words

Home = Annotated[Path | None, typer.Option("--home", metavar=words.FOLDER_VALUE, help=words.HOME)]
Json = Annotated[bool, typer.Option("--json", help=words.JSON)]
Ledger = Annotated[str | None, typer.Option("--ledger", metavar=words.CODE_VALUE, help=words.LEDGER)]
District = Annotated[str | None, typer.Option("--district", metavar=words.CODE_VALUE, help=words.DISTRICT)]
Unit = Annotated[str | None, typer.Option("--unit", metavar=words.CODE_VALUE, help=words.UNIT)]
Period = Annotated[str | None, typer.Option("--period", metavar=words.PERIOD_VALUE, help=words.PERIOD)]
Today = Annotated[str | None, typer.Option("--today", metavar=words.DATE_VALUE, help=words.TODAY)]
By = Annotated[str, typer.Option("--by", metavar=words.NAME_VALUE, help=words.BY)]
Why = Annotated[str, typer.Option("--why", metavar=words.TEXT_VALUE, help=words.WHY)]
