"""Statements: what a file says of itself in words, outside its rows: title, info row, names of sheet and file. Each with the place where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Literal

from catalog.spelling import spelling
from catalog.wording import Wording
from ingest.notation import FEN_PER
from ingest.problems import Place
from ingest.table import Note, Table

BETWEEN_MEASURES = re.compile(r"[、,/]")

Source = Literal["title", "info", "sheet", "file"]
Subject = Literal["unit", "period"]


@dataclass(frozen=True)
class Statement:
    """One text that may name ledger, unit or period. `about` is the only subject of an info row's entry that says which it is."""

    source: Source
    text: str
    place: Place
    about: Subject | None = None


def statements(table: Table, path: str, wording: Wording) -> tuple[Statement, ...]:
    """All statements about a table, those that outrank others first: title, info row, name of the sheet, name of the file."""
    titles = [Statement("title", note.text, Place(table.sheet, note.row, 1)) for note in table.titles]
    infos = [entry for note in table.infos for entry in entries(table.sheet, note, wording)]
    sheet = Statement("sheet", table.sheet, Place(table.sheet))
    file = Statement("file", PurePosixPath(path).stem, Place())
    return (*titles, *infos, sheet, file)


def about(subject: Subject, said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements that may speak of a subject."""
    return tuple(statement for statement in said if statement.about in (None, subject))


def entries(sheet: str, note: Note, wording: Wording) -> Iterator[Statement]:
    """The entries of an info row: those about unit or period, and what stands outside any; persons, dates and phones are left out."""
    subjects: dict[str, Subject] = {spelling(key): "unit" for key in wording.info_keys["unit"]}
    subjects |= {spelling(key): "period" for key in wording.info_keys["period"]}
    place = Place(sheet, note.row, 1)
    before, *parts = keys_of_entries(tuple(key for keys in wording.info_keys.values() for key in keys)).split(spelling(note.text))
    yield Statement("info", before, place)
    for key, text in zip(parts[::2], parts[1::2], strict=True):
        if key in subjects:
            yield Statement("info", text, place, subjects[key])


@cache
def keys_of_entries(keys: tuple[str, ...]) -> re.Pattern[str]:
    """What separates the entries of an info row: a key, perhaps with a remark in brackets behind it, and a colon."""
    longest_first = sorted(map(spelling, keys), key=len, reverse=True)
    return re.compile(rf"({'|'.join(map(re.escape, longest_first))})(?:\([^()]*\))?:")


def money_unit(said: tuple[Statement, ...], wording: Wording) -> str | None:
    """The unit of money that an info row gives for the whole table: alone, or among units of other things. None when it gives none, or two."""
    found: set[str] = set()
    for statement in said:
        parts = BETWEEN_MEASURES.split(statement.text.strip("()"))
        if statement.about == "unit" and all(part in wording.units_of_measure for part in parts):
            found |= {wording.units_of_measure[part] for part in parts} & FEN_PER.keys()
    return found.pop() if len(found) == 1 else None
