"""The ledger of screening rounds."""

from collections.abc import Iterator

from catalog.period import Period
from synthetic.city.district import District
from synthetic.filing.entry import Entry


def entries(district: District, month: Period) -> Iterator[Entry]:
    """The rounds of a month, township by township and village by village."""
    for one in district.rounds:
        if one.day in month:
            yield Entry(
                one.key,
                {
                    "township_code": one.town.unit.code,
                    "village_text": one.village.name if one.village else None,
                    "screened_on": one.day,
                    "screener": one.screener,
                    "screening_kind_text": one.kind,
                    "place_text": one.place,
                    "screened_count": 1,
                    "found_count": one.found,
                    "resolved_count": one.resolved,
                    "prevented_count": one.prevented,
                },
            )
