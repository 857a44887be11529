"""No party and no narrative of the samples leaves `ingest`: not into landing, journal, logs, Dagster's storage, the published file or what goes out."""

import csv
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import duckdb

from tests.end_to_end.city import EXPECTED, SAMPLES, City

PERSONS = ("parties", "applicant", "respondent")
NUMBERS = ("mediator_id", "mediator_phone", "party_phone", "phone", "bank_card")
NARRATIVES = ("brief", "plan", "result_text", "remark", "case_title", "agreement_text")
STAFF = ("responsible_person", "mediator", "screener", "lead_official", "co_mediator", "acceptor", "mediator_name", "org_head")
ZONES = ("landing", "journal", "work", "published", "extracts", "dagster", "logs")
SHORT = 8  # shorter remarks are common words (上月结转) that flags and declarations hold as well


def cells(fields: tuple[str, ...], office: str = "*") -> Iterator[str]:
    """What the samples hold in some fields; those of one office, where it is named."""
    own = {file.stem for file in SAMPLES.glob(f"inbox/{office}/*")}
    for file in sorted(EXPECTED.glob("*.csv")):
        if file.name.partition(".t")[0].removesuffix(".csv") in own or file.stem in own:
            with file.open(encoding="utf-8-sig", newline="") as lines:
                for record in csv.DictReader(lines):
                    yield from (record[field] for field in fields if record.get(field))


def persons() -> set[str]:
    """The parties that are named nowhere as staff."""
    return {name for cell in cells(PERSONS) for name in cell.split("、")} - set(cells(STAFF))


def numbers() -> set[str]:
    """Identity numbers, phones and bank cards, of staff too."""
    return set(cells(NUMBERS))


def narratives() -> set[str]:
    """Sentences long enough to be nobody's set phrase."""
    return {text for text in cells(NARRATIVES) if len(text) > SHORT}


def texts(home: Path) -> Iterator[tuple[str, str]]:
    """Everything that can be read beyond `ingest`: databases and Parquet as text, all other files as bytes."""
    for zone in ZONES:
        for file in sorted((home / zone).rglob("*")):
            if not file.is_file() or file.is_symlink():
                continue
            if file.suffix == ".parquet":
                yield str(file), "\n".join(map(str, duckdb.sql(f"select * from read_parquet('{file}')").fetchall()))
            elif file.suffix == ".duckdb":
                yield from tables(file)
            elif file.suffix == ".xlsx":
                yield str(file), "\n".join(parts(file))
            else:
                yield str(file), file.read_bytes().decode("utf-8", errors="replace")


def outbox(home: Path, office: str, pattern: str = "*") -> str:
    """All that lies in an office's outbox, workbooks part by part."""
    found = []
    for file in sorted((home / "outbox" / office).rglob(pattern)):
        if file.suffix == ".xlsx":
            found += parts(file)
        elif file.is_file():
            found.append(file.read_text(encoding="utf-8"))
    return "\n".join(found)


def parts(file: Path) -> list[str]:
    """The parts of a workbook as text."""
    with zipfile.ZipFile(file) as archive:
        return [unescape(archive.read(name).decode("utf-8", errors="replace")) for name in archive.namelist()]


def tables(file: Path) -> Iterator[tuple[str, str]]:
    """Every table of a database as text."""
    with duckdb.connect(str(file), read_only=True) as database:
        for (name,) in database.sql("select table_name from information_schema.tables").fetchall():
            yield f"{file}:{name}", "\n".join(map(str, database.table(name).fetchall()))


def leaks(home: Path, secrets: set[str]) -> list[str]:
    """Where one of the secrets stands."""
    return [place for place, text in texts(home) if any(secret in text for secret in secrets)]


def test_no_person_is_found_beyond_ingest(city: City) -> None:
    """Not one of the samples' parties."""
    assert len(persons()) > 200
    assert leaks(city.home, persons()) == []


def test_no_number_of_a_person_is_found_beyond_ingest(city: City) -> None:
    """Not even of a mediator, whose name lands as filed; nor one that is wrong and stands in a problem."""
    assert len(numbers()) > 200
    assert leaks(city.home, numbers()) == []


def test_no_narrative_is_found_beyond_ingest(city: City) -> None:
    """Not one of the samples' stories."""
    assert len(narratives()) > 100
    assert leaks(city.home, narratives()) == []


def test_the_scan_sees_what_it_looks_for(city: City) -> None:
    """Staff land as filed: the same scan finds them, so it would find a party whose protection is switched off."""
    assert leaks(city.home, set(cells(("responsible_person",))))


def test_nothing_of_one_office_lies_in_the_outbox_of_another(city: City) -> None:
    """Neither a party nor a story; each finds its own there."""
    offices = sorted(folder.name for folder in SAMPLES.glob("inbox/*") if folder.is_dir())
    held = {office: set(cells((*PERSONS, *NARRATIVES), office)) for office in offices}
    for office in offices:
        text = outbox(city.home, office)
        own = held[office]
        others = set().union(*(held[other] for other in offices if other != office)) - own
        assert any(cell in text for cell in own), office
        assert [cell for cell in others if len(cell) > SHORT and cell in text] == [], office


def test_no_party_stands_in_a_receipt(city: City) -> None:
    """It is made to be pasted into a message."""
    receipts = "\n".join(outbox(city.home, folder.name, "*.txt") for folder in sorted((city.home / "outbox").iterdir()))
    assert receipts
    assert [name for name in persons() | numbers() if name in receipts] == []
