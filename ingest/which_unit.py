"""Which unit's return a table is: by the places in its rows, its title and info row, the names of sheet, file and folder."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalog.ledger import Ledger
from catalog.unit import Unit, Units
from ingest.cells import filed
from ingest.naming import Naming
from ingest.places import PLACES
from ingest.statements import Statement
from ingest.table import Record

MAJORITY = 0.5  # rows tell the unit when more than this share of the places in them lie in one
ENOUGH = 3  # and when they are at least so many: one wrong place moves no return to another unit


@dataclass(frozen=True)
class UnitFound:
    """The unit; the statements that name another one, with the name they give; whether the folder belongs to another one."""

    unit: Unit | None
    contradicting: tuple[tuple[Statement, Unit], ...]
    is_elsewhere: bool


def which_unit(places: Iterable[str], said: tuple[Statement, ...], folder: str | None, units: Units) -> UnitFound:
    """The unit of a return. Rows outrank title and info row, these the names of sheet and file, and these the folder it lies in."""
    stated = [(statement, unit) for statement in said if (unit := unit_in(statement.text, units))]
    by_words = stated[0][1] if stated else None
    by_rows = unit_of_places(places, units)
    by_folder = units.by_code.get(folder) if folder else None
    if by_rows and by_words and by_words.kind == "city_office":
        by_rows = None  # the city's own office files matters of all districts
    unit = by_rows or by_words or by_folder
    contradicting = tuple((statement, other) for statement, other in stated if unit and other.code != unit.code)
    return UnitFound(unit, contradicting, bool(unit and by_folder and unit.code != by_folder.code))


def unit_in(text: str, units: Units) -> Unit | None:
    """The one reporting unit that a text names, itself or by one of its townships; a district outranks the city's own office."""
    found = {unit.code: unit for mentioned in units.mentioned(text) if (unit := units.district_of(mentioned))}
    districts = [unit for unit in found.values() if unit.kind != "city_office"]
    candidates = districts or list(found.values())
    return candidates[0] if len(candidates) == 1 else None


def unit_of_places(places: Iterable[str], units: Units) -> Unit | None:
    """The unit in which most of the places in the rows lie."""
    counted = Counter(unit.code for place in places if (unit := unit_of_place(place, units)))
    if not counted:
        return None
    code, votes = counted.most_common(1)[0]
    return units[code] if votes >= ENOUGH and votes > counted.total() * MAJORITY else None


def unit_of_place(place: str, units: Units) -> Unit | None:
    """The only reporting unit that a place belongs to; None when the name is shared or unknown."""
    found = {unit.code: unit for named in units.named(place) if (unit := units.district_of(named))}
    return next(iter(found.values())) if len(found) == 1 else None


def places_of(records: Iterable[Record], naming: Naming, ledger: Ledger) -> Iterator[str]:
    """What the rows say of places: the cells of township, district and unit columns."""
    columns = [named.header.column for field, named in naming.fields.items() if ledger.columns[field].type in PLACES]
    return (text for record in records for column in columns if (text := filed(record.values.get(column))))
