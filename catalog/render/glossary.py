"""The glossary: words of the field, ledgers, columns, code lists and indicators, in Chinese and English, each with its clause and where it is used."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog.catalog import Catalog
from catalog.citations import citations
from catalog.contradictions import no_clause
from catalog.declarations import read
from catalog.error import CatalogError, Fault
from catalog.glossary import Glossary, Word
from catalog.render.published import Table
from catalog.render.rendered import Rendered, fill, header

GLOSSARY = Path("docs/glossary.md")
CLAUSES = Path("docs/clauses.md")
SHOWN = 6  # of one kind, where a word is used; the rest is counted


@dataclass(frozen=True)
class ColumnWord:
    """A column of one name, in all ledgers that have it."""

    name: str
    titles: Sequence[str]
    meanings: Sequence[str]
    ledgers: Sequence[str]
    clauses: Sequence[str]


@dataclass(frozen=True)
class Use:
    """Where a word is used, kind by kind."""

    kind: str
    names: Sequence[str]

    def __str__(self) -> str:
        more = f" and {len(self.names) - SHOWN} more" if len(self.names) > SHOWN else ""
        return f"{self.kind} {', '.join(f'`{name}`' for name in self.names[:SHOWN])}{more}"


def render(catalog: Catalog, tables: dict[str, Table]) -> Iterator[Rendered]:
    """`docs/glossary.md` and `docs/clauses.md`. CatalogError when a word cites what is no clause, or is used nowhere."""
    words = declared(catalog)
    used = {word.zh: uses(word, catalog, tables) for word in words}
    unused = [
        Fault(catalog.home / "glossary.yml", 1, word.english, "is used nowhere", "correct its names, or leave it out") for word in words if not used[word.zh]
    ]
    if unused:
        raise CatalogError(unused)
    facts = {"catalog": catalog, "words": words, "used": used, "columns": list(columns(catalog)), "using": using(catalog)}
    yield Rendered(GLOSSARY, fill("glossary.md.jinja", header=header("glossary.yml"), **facts))
    cited: dict[str, list[str]] = {}
    for citation in citations(catalog):
        cited.setdefault(citation.clause, []).append(f"{citation.kind} `{citation.name}`")
    yield Rendered(CLAUSES, fill("clauses.md.jinja", header=header("clauses"), papers=catalog.papers.by_id.values(), cited=cited))


def declared(catalog: Catalog) -> tuple[Word, ...]:
    """The declared words. They are read here and are no part of the catalog: no figure follows from them."""
    file = catalog.home / "glossary.yml"
    words = read(file, Glossary).words
    lost = [no_clause(file, word.english, word.clause) for word in words if not catalog.papers.find(word.clause)]
    if lost:
        raise CatalogError(lost)
    return words


def uses(word: Word, catalog: Catalog, tables: Iterable[str]) -> list[Use]:
    """Where one of a word's names stands, alone or between the _ of a longer name."""
    named = re.compile(rf"(?:^|_)(?:{'|'.join(map(re.escape, word.names))})(?:_|$)")
    promises = [promise.id for ledger in catalog.ledgers.values() for promise in ledger.promises]
    kinds: dict[str, Iterable[str]] = {
        "ledgers": catalog.ledgers,
        "columns": dict.fromkeys(name for ledger in catalog.ledgers.values() for name in ledger.columns),
        "codes": catalog.codes,
        "promises": dict.fromkeys(promises),
        "indicators": catalog.indicators,
        "rules": catalog.rules,
        "tables": tables,
    }
    found = (Use(kind, [name for name in names if named.search(name)]) for kind, names in kinds.items())
    return [use for use in found if use.names]


def columns(catalog: Catalog) -> Iterator[ColumnWord]:
    """Every column by name."""
    having: dict[str, list[str]] = {}
    for ledger in catalog.ledgers.values():
        for name in ledger.columns:
            having.setdefault(name, []).append(ledger.id)
    for name, ledgers in sorted(having.items()):
        found = [catalog.ledgers[ledger].columns[name] for ledger in ledgers]
        yield ColumnWord(
            name=name,
            titles=list(dict.fromkeys(column.title for column in found)),
            meanings=list(dict.fromkeys(column.meaning for column in found)),
            ledgers=ledgers,
            clauses=list(dict.fromkeys(column.clause for column in found if column.clause)),
        )


def using(catalog: Catalog) -> dict[str, list[str]]:
    """Each code list with the columns that use it."""
    found: dict[str, list[str]] = {}
    for ledger in catalog.ledgers.values():
        for name, column in ledger.columns.items():
            if column.codes:
                found.setdefault(column.codes, []).append(f"{ledger.id}.{name}")
    return found
