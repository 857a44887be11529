"""Questions to the published figures: each is written down first, answered read-only, and held to limits."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from warehouse import versions
from warehouse.access_log import Access, AccessLog
from warehouse.folder import Folder
from warehouse.locked_file import QueryResult, select
from warehouse.origin import Origin, find


@dataclass(frozen=True)
class Asker:
    """Who asks, and when."""

    by: str
    at: datetime


def query(folder: Folder, sql: str, asker: Asker, parameters: tuple[str, ...] = (), limit: int | None = None) -> QueryResult:
    """Answer one SELECT on what is published; `parameters` stand for its question marks.

    locked_file.QueryRefused says why a statement is not answered; versions.UnknownVersion that nothing is published.
    """
    AccessLog(folder).append(Access(at=asker.at, by=asker.by, what="query", asked=sql))
    return select(versions.readable_file(folder), sql, parameters, limit)


def opens_originals(folder: Folder, asked: str, asker: Asker) -> None:
    """Write down that originals are about to be opened, and what for."""
    AccessLog(folder).append(Access(at=asker.at, by=asker.by, what="trace", asked=asked))


def hands_out(folder: Folder, asked: str, asker: Asker) -> None:
    """Write down that published figures are about to leave as a file, and which."""
    AccessLog(folder).append(Access(at=asker.at, by=asker.by, what="export", asked=asked))


def origins(folder: Folder, table: str, key: str, asker: Asker) -> tuple[Origin, ...]:
    """Where the rows of a published table come from: by one of the table's keys, or by the case number as filed; none when no row has it.

    origin.NoOrigin when the table's rows are of no single row of a file; versions.UnknownVersion when nothing is published.
    """
    AccessLog(folder).append(Access(at=asker.at, by=asker.by, what="trace", asked=f"{table} {key}"))
    return find(folder, partial(select, versions.readable_file(folder)), table, key)
