"""JSON, as the mobile app exports it: the list of objects in it as rows, their keys as columns. A cell is called by list, number and key: `data[1].key`."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeGuard

from ingest.area import Extent, are_within
from ingest.cells import Sheet, Value, Workbook
from ingest.encodings import text_of
from ingest.limits import Limits
from ingest.unreadable import UnreadableError

SHEET = "json"  # the name of rows that no key holds
COUNTS = "total", "count", "totalCount"  # under which exports say how many objects there are
EXACT_DIGITS = 15  # of a number; one with more is a number of something, and stays as it is written

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]
Row = Mapping[str, Json]


def read_workbook(content: bytes, limits: Limits) -> Workbook:
    """Each list of objects as a sheet. UnreadableError: `damaged` where the text is cut off, `bomb`, or `unsupported` where no list of objects is in it."""
    text = text_of(content)
    if text is None or not text.is_whole:
        raise UnreadableError("damaged", kind="cut_off")
    told = json.loads(text.characters, parse_int=number, parse_float=str)
    found = dict(lists_in(told, SHEET))
    if not found and (empty := counted_as_empty(told)):
        return Workbook("json", (Sheet(empty, hidden=False, rows=(), says_nothing=True),))
    if not found:
        raise UnreadableError("unsupported", kind="json")
    keys = {name: tuple(dict.fromkeys(key for row in rows for key in row)) for name, rows in found.items()}
    if not are_within([Extent(len(rows), len(keys[name])) for name, rows in found.items()], limits):
        raise UnreadableError("bomb", kind="area")
    return Workbook("json", tuple(sheet(name, keys[name], rows) for name, rows in found.items()))


def number(digits: str) -> int | str:
    """A whole number; one that spreadsheets could not hold stays a text."""
    return int(digits) if len(digits) <= EXACT_DIGITS else digits


def lists_in(value: Json, name: str) -> Iterator[tuple[str, list[Row]]]:
    """The lists of objects in a value, by the key that holds each; those within rows belong to their row."""
    if isinstance(value, Mapping):
        for key, held in value.items():
            yield from lists_in(held, key)
    elif is_list(value) and value and all(isinstance(row, Mapping) for row in value):
        yield name, [dict(flat(row)) for row in value if isinstance(row, Mapping)]


def counted_as_empty(value: Json) -> str | None:
    """The key of an empty list beside which its count stands, as nought; without that it may be the answer to a question that was not allowed."""
    if not isinstance(value, Mapping):
        return None
    here = next((key for key, held in value.items() if is_list(held) and not held), None)
    if here and any(is_nought(value.get(count)) for count in COUNTS):
        return here
    return next((found for held in value.values() if (found := counted_as_empty(held))), None)


def is_nought(value: Json | None) -> bool:
    """Whether a value is the number 0; false is none."""
    return value == 0 and not isinstance(value, bool)


def is_list(value: Json) -> TypeGuard[Sequence[Json]]:
    """Whether a value is a list."""
    return isinstance(value, list)


def flat(row: Row, above: str = "") -> Iterator[tuple[str, Json]]:
    """The entries of an object; those of an object within it under both keys."""
    for key, value in row.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def sheet(name: str, keys: tuple[str, ...], rows: Sequence[Row]) -> Sheet:
    """The rows of one list."""
    return Sheet(name, hidden=False, rows=tuple(tuple(cell(row.get(key)) for key in keys) for row in rows), keys=keys)


def cell(value: Json) -> Value:
    """One value; a list within a row as it is written."""
    return value if value is None or isinstance(value, str | int) else json.dumps(value, ensure_ascii=False)
