"""Where a later file meets what is live: how many records it keeps, adds and loses.

A record is known by the keyed hashes of its ledger's alternatives of identity, strongest first. Two records are the same when an alternative filled on
both sides is equal and no earlier one filled on both differs: so the first that is filled on both decides.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Record = tuple[str | None, ...]  # one hash per alternative, None where not all of it is filled


@dataclass(frozen=True)
class Meeting:
    """Of the live records `kept` stand in the later file too and `lost` do not; `new` stand in the later file alone."""

    kept: int
    new: int
    lost: int

    @property
    def live(self) -> int:
        """How many records were live."""
        return self.kept + self.lost

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
    return next((mine == theirs for mine, theirs in zip(one, other, strict=True) if mine and theirs), False)


def meet(live: Sequence[Record], later: Sequence[Record]) -> Meeting:
    """Compare the records of a later file with the live ones; each is paired once at most."""
    new = len(unpaired(live, later))
    kept = len(later) - new
    return Meeting(kept, new, len(live) - kept)


def unpaired(live: Sequence[Record], later: Sequence[Record]) -> list[Record]:
    """The records of a later file that are none of the live ones."""
    places: dict[tuple[int, str], list[int]] = defaultdict(list)
    for place, record in enumerate(live):
        for key in filled(record):
            places[key].append(place)
    taken: set[int] = set()
    alone = []
    for record in later:
        candidates = (place for key in filled(record) for place in places.get(key, ()) if place not in taken)
        partner = next((place for place in candidates if is_same(live[place], record)), None)
        if partner is None:
            alone.append(record)
        else:
            taken.add(partner)
    return alone


def filled(record: Record) -> Iterator[tuple[int, str]]:
    """The alternatives that are filled, with their number."""
    return ((number, value) for number, value in enumerate(record) if value)
