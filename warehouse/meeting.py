"""Where a later file meets what is live: how many records it keeps, changes, adds and loses.

A record is known by the keyed hashes of its ledger's alternatives of identity, strongest first. Two records are the same when an alternative filled on
both sides is equal and no earlier one filled on both differs: so the first that is filled on both decides.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Stated = tuple[tuple[str, str], ...]  # columns that hold something, with it


@dataclass(frozen=True)
class Record:
    """A record as a later file meets it: one hash per alternative of identity, None where not all of it is filled, and all that the record states."""

    identity: tuple[str | None, ...]
    states: Stated = ()


@dataclass(frozen=True)
class Meeting:
    """Of the live records `kept` stand in the later file too and `lost` do not; `new` stand in the later file alone. `changed` of the kept state else."""

    kept: int
    new: int
    lost: int
    changed: int = 0

    @property
    def live(self) -> int:
        """How many records were live."""
        return self.kept + self.lost

    @property
    def unchanged(self) -> int:
        """How many live records stand in the later file as they were."""
        return self.kept - self.changed

    @property
    def kept_share(self) -> float:
        """The share of the live records that is kept; of a nil return everything is."""
        return self.kept / self.live if self.live else 1.0

    @property
    def lost_share(self) -> float:
        """The share of the live records that is lost."""
        return self.lost / self.live if self.live else 0.0


def is_same(one: Record, other: Record) -> bool:
    """Whether two records are the same."""
    return next((mine == theirs for mine, theirs in zip(one.identity, other.identity, strict=True) if mine and theirs), False)


def meet(live: Sequence[Record], later: Sequence[Record]) -> Meeting:
    """Compare the records of a later file with the live ones; each is paired once at most."""
    pairs = [(partner, record) for partner, record in zip(partners(live, later), later, strict=True) if partner]
    changed = sum(partner.states != record.states for partner, record in pairs)
    return Meeting(kept=len(pairs), new=len(later) - len(pairs), lost=len(live) - len(pairs), changed=changed)


def unpaired(live: Sequence[Record], later: Sequence[Record]) -> list[Record]:
    """The records of a later file that are none of the live ones."""
    return [record for partner, record in zip(partners(live, later), later, strict=True) if partner is None]


def partners(live: Sequence[Record], later: Sequence[Record]) -> Iterator[Record | None]:
    """For each record of a later file the live one that it is; None where it is new."""
    places: dict[tuple[int, str], list[int]] = defaultdict(list)
    for place, record in enumerate(live):
        for key in filled(record):
            places[key].append(place)
    taken: set[int] = set()
    for record in later:
        candidates = (place for key in filled(record) for place in places.get(key, ()) if place not in taken)
        partner = next((place for place in candidates if is_same(live[place], record)), None)
        if partner is None:
            yield None
        else:
            taken.add(partner)
            yield live[partner]


def filled(record: Record) -> Iterator[tuple[int, str]]:
    """The alternatives that are filled, with their number."""
    return ((number, value) for number, value in enumerate(record.identity) if value)
