"""Places: the names of townships, districts and units that cells hold, and the units they mean. A misspelt name is said, never corrected."""

from catalog.ledger import Kind
from catalog.unit import Unit
from ingest.frame import Frame
from ingest.outcome import Fault, Outcome, faulty
from ingest.problems import LISTED, nearest

PLACES: tuple[Kind, ...] = ("township", "district", "unit_name")  # the types of columns that hold a place


def read_township(text: str, frame: Frame) -> Outcome:
    """The code of a township, the return's own unit first; one of another district is read and said."""
    found = frame.townships_named(text)
    fault = fault_of_townships(text, found, frame)
    return code_of(text, found[0], fault) if len(found) == 1 else Outcome(None, fault=fault)


def read_district(text: str, frame: Frame) -> Outcome:
    """The code of a banner, county or district."""
    found = frame.catalog.units.named(text, "district")
    if len(found) == 1:
        return code_of(text, found[0])
    return faulty("division_unknown", expected=nearest(text, (unit.name for unit in frame.catalog.units.reporting)))


def code_of(text: str, unit: Unit, fault: Fault | None = None) -> Outcome:
    """The code of a unit, under its own name or another."""
    return Outcome(unit.code, None if text in (unit.code, unit.name) else "alias_of_unit", fault)


def fault_of_unit_name(text: str, frame: Frame) -> Fault | None:
    """What is wrong with a name that stands for a unit of the return's district: one of its townships, or a reporting unit."""
    if len(frame.catalog.units.named(text, "district")) == 1:
        return None
    return fault_of_townships(text, frame.townships_named(text), frame)


def fault_of_townships(text: str, found: tuple[Unit, ...], frame: Frame) -> Fault | None:
    """What is wrong with the townships that a name may mean: none, one of another district, one that was not there then, several."""
    example = nearest(text, (unit.name for unit in frame.own_townships))
    if not found:
        return Fault("division_unknown", expected=example)
    owners = LISTED.join(dict.fromkeys(frame.catalog.units[unit.parent].name for unit in found if unit.parent))
    if frame.own_townships and all(frame.unit_code != unit.parent for unit in found):
        return Fault("division_foreign", other=owners, expected=example)
    if not any(map(frame.stood, found)):
        return Fault("division_not_then", expected=LISTED.join(dict.fromkeys(frame.catalog.units.now(unit).name for unit in found)))
    return Fault("division_ambiguous", expected=owners) if len(found) > 1 else None
