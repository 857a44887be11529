"""Citations: which declarations name which clause."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from catalog.catalog import Catalog

Kind = Literal["ledger", "column", "promise", "duty", "indicator", "rule", "campaign", "phase"]


@dataclass(frozen=True)
class Citation:
    """One declaration that cites a clause: its kind, its name with that of what holds it, its title, the file below `catalog/` in which it stands."""

    kind: Kind
    name: str
    title: str
    file: str
    clause: str


def citations(catalog: "Catalog") -> Iterator[Citation]:
    """Every citation of a catalog."""
    yield from of_ledgers(catalog)
    for duty in catalog.duties:
        yield Citation("duty", duty.ledger, duty.ledger, "duties.yml", duty.clause)
    for indicator in catalog.indicators.values():
        yield Citation("indicator", indicator.id, indicator.title, f"indicators/{indicator.id}.yml", indicator.clause)
    for rule in catalog.rules.values():
        yield Citation("rule", rule.id, rule.title, f"rules/{rule.id}.yml", rule.clause)
    for campaign in catalog.campaigns.values():
        file = f"campaigns/{campaign.id}.yml"
        yield Citation("campaign", campaign.id, campaign.title, file, campaign.clause)
        yield from (Citation("phase", f"{campaign.id}.{phase.id}", phase.title, file, phase.clause) for phase in campaign.phases)


def of_ledgers(catalog: "Catalog") -> Iterator[Citation]:
    """What ledgers cite, they themselves, their columns and their promises."""
    for ledger in catalog.ledgers.values():
        file = f"ledgers/{ledger.id}.yml"
        yield Citation("ledger", ledger.id, ledger.title, file, ledger.clause)
        for name, column in ledger.columns.items():
            if column.clause:
                yield Citation("column", f"{ledger.id}.{name}", column.title, file, column.clause)
        yield from (Citation("promise", f"{ledger.id}.{promise.id}", promise.title, file, promise.clause) for promise in ledger.promises)
