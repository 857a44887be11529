"""Every person of a made-up city, looked for where no person may stand: what a run printed, its logs, journal, readings and the published file.

Persons are whom the columns of that class truly name, each alone: names, identity numbers, phones, bank cards; and whatever looks like a made-up number.
A name is found wherever its characters stand in a row, so that nothing hides within a longer text. Some names are also those of officials, places or
words of the catalog, which may land: they are counted apart; so are those in columns of officials, which the comparison holds against the truth.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from bench.against_truth.made_city import MadeCity
from ingest.protect import is_organisation, normalised, split
from synthetic.generate import TRUTH

RUN = re.compile(r"[\u3400-\u9fff·]{2,}")
NUMBER = re.compile(r"\d{11,19}[Xx]?")
MADE_UP = re.compile(r"99\d{4}(?:19|20)\d{9}[\dXx]")  # an identity number of an area that does not exist
HASH = re.compile(r"(?<![0-9A-Za-z])[0-9a-f]{32}(?![0-9A-Za-z])")  # of millions of them some hold a row of digits like a number's
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
LEAST = 2
TEXTS = pa.string(), pa.list_(pa.string())


@dataclass
class Found:
    """What stands in one kind of place: persons by what they are, and how much was looked through."""

    place: str
    files: int = 0
    characters: int = 0
    names: Counter[str] = field(default_factory=Counter)
    official_names: Counter[str] = field(default_factory=Counter)
    shared_names: Counter[str] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Persons:
    """Whom to look for."""

    names: frozenset[str]
    shared: frozenset[str]  # of these, those that officials, places or words of the catalog have too
    numbers: frozenset[str]
    official_columns: frozenset[str]

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How long the names are."""
        return tuple(sorted({len(name) for name in self.names}))

    def look(self, text: str, found: Found, column: str = "") -> None:
        """Look through a text. Columns of officials land as filed."""
        found.characters += len(text)
        if "\\u" in text:
            text = ESCAPED.sub(lambda one: chr(int(one[1], 16)), text)
        for run in RUN.findall(text):
            for name in self.in_run(run):
                (found.shared_names if name in self.shared else found.official_names if column in self.official_columns else found.names)[name] += 1
        for number in NUMBER.findall(HASH.sub("", text)):
            if number.upper() in self.numbers or MADE_UP.fullmatch(number):
                found.numbers[number] += 1

    def in_run(self, run: str) -> Iterator[str]:
        """The names whose characters stand in a row somewhere in a run of them."""
        for length in self.lengths:
            for start in range(len(run) - length + 1):
                if (part := run[start : start + length]) in self.names:
                    yield part


def persons(city: MadeCity) -> Persons:
    """Everybody of a city."""
    names: set[str] = set()
    numbers: set[str] = set()
    plain: set[str] = set()
    for name, ledger in city.catalog.ledgers.items():
        for column, values in true_texts(city, name):
            if (declared := ledger.columns[column]).privacy == "person":
                kind = declared.person or "name"
                for value in values:
                    for one in split(value, city.catalog.persons):
                        told = normalised(one, kind, city.catalog.persons)
                        if kind != "name":
                            numbers.add(told)
                        elif len(told) >= LEAST and not is_organisation(one, city.catalog.persons):
                            names.add(told)
            elif declared.privacy in {"none", "staff"}:
                plain.update(values)
    official = frozenset(name for ledger in city.catalog.ledgers.values() for name, column in ledger.columns.items() if column.privacy == "staff")
    words = Persons(frozenset(names), frozenset(), frozenset(), official)
    shared = {name for text in (*plain, *catalog_texts(city)) for run in RUN.findall(text) for name in words.in_run(run)}
    return Persons(frozenset(names), frozenset(shared), frozenset(numbers), official)


def true_texts(city: MadeCity, ledger: str) -> Iterator[tuple[str, set[str]]]:
    """The distinct true texts of each column of a ledger."""
    for file in sorted((city.home / TRUTH / ledger).glob("*.parquet")):
        table = pq.read_table(file)
        for column in city.catalog.ledgers[ledger].columns:
            if column in table.column_names:
                yield column, {str(value) for value in table[column].unique().to_pylist() if value is not None}


def catalog_texts(city: MadeCity) -> Iterator[str]:
    """Every text of the declarations."""
    for file in sorted(city.catalog.home.rglob("*.yml")):
        yield file.read_text(encoding="utf-8")


def scan(city: MadeCity, printed: Iterable[str], whom: Persons) -> list[Found]:
    """Look through everything that a run left where no person may stand."""
    said = Found("printed")
    for text in printed:
        whom.look(text, said)
    return [said, *(looked_through(city.home, place, whom) for place in ("dagster", "logs", "work", "journal", "landing", "catalog", "published", "extracts"))]


def looked_through(home: Path, place: str, whom: Persons) -> Found:
    """Look through the files below a place; tables by their texts, each distinct one once."""
    found = Found(place)
    for file in sorted((home / place).rglob("*")):
        if file.is_symlink() or not file.is_file():
            continue
        found.files += 1
        for column, text in texts(file):
            whom.look(text, found, column)
    return found


def texts(file: Path) -> Iterator[tuple[str, str]]:
    """The texts of a file, of a table each once and with its column, of an archive its members; of anything else its bytes."""
    match file.suffix:
        case ".parquet":
            table = pq.read_table(file)
            told = [one.name for one in table.schema if one.type in TEXTS]
            yield from ((column, value) for column in told for value in set(map(str, table[column].to_pylist())))
        case ".duckdb":
            yield from database_texts(file)
        case _ if is_zipfile(file):
            with ZipFile(file) as archive:
                yield from (("", archive.read(name).decode("utf-8", errors="replace")) for name in archive.namelist())
        case _:
            yield "", file.read_bytes().decode("utf-8", errors="replace")


def database_texts(file: Path) -> Iterator[tuple[str, str]]:
    """The texts of every column of a database, each once."""
    with duckdb.connect(str(file), read_only=True) as connection:
        columns = connection.sql("select table_name, column_name from duckdb_columns() where not internal and data_type in ('VARCHAR', 'VARCHAR[]')").fetchall()
        for table, column in columns:
            different = connection.table(table).select(duckdb.ColumnExpression(column)).distinct()
            yield from ((column, str(text)) for (text,) in different.fetchall() if text is not None)
