"""The door's own questions to the published figures; they go the way of everybody's, limits and access log included."""

import os
import pwd
from typing import TypeVar

from pydantic import BaseModel

from fengqiao import clock
from fengqiao.complaint import No
from fengqiao.home import Office
from fengqiao.messages import published as words
from warehouse.access import Asker, query
from warehouse.locked_file import QueryResult
from warehouse.versions import UnknownVersion

Row = TypeVar("Row", bound=BaseModel)


def ask(office: Office, sql: str, *parameters: str) -> QueryResult:
    """Answer one SELECT. No when nothing is published; locked_file.QueryRefused when the statement is not answered."""
    try:
        return query(office.folder, sql, asker(), parameters)
    except UnknownVersion:
        raise No(words.NOTHING) from None


def rows(office: Office, model: type[Row], sql: str, *parameters: str) -> list[Row]:
    """Answer one SELECT as rows of a model that has its columns."""
    return ask(office, sql, *parameters).as_rows(model)


def asker() -> Asker:
    """The account that asks, now."""
    return Asker(by=pwd.getpwuid(os.getuid()).pw_name, at=clock.now())


def where(**wanted: str | None) -> tuple[str, tuple[str, ...]]:
    """The condition that columns have the values that are given, and its parameters."""
    given = {column: value for column, value in wanted.items() if value is not None}
    return " and ".join(["true", *(f"{column} = ?" for column in given)]), tuple(given.values())
