"""Seeds of what rows are told apart by: units, codes and their crosswalks, the phases of campaigns."""

from catalog.catalog import Catalog
from catalog.render.seed_table import Seed, SeedColumn


def units(catalog: Catalog) -> Seed:
    """Every declared unit while it was so."""
    return Seed(
        name="unit",
        source="units",
        grain="One declared version of a unit",
        key=("unit_code", "since_on"),
        columns=(
            SeedColumn("unit_code", "string", "the unit's code; 150200 is the whole city, 150200-BJ its own office"),
            SeedColumn("name", "string", "its full name"),
            SeedColumn("short_name", "string", "its short name"),
            SeedColumn("level", "string", "city, district, township or village"),
            SeedColumn("kind", "string", "what kind of division it is"),
            SeedColumn("parent_code", "string", "the unit it lies in"),
            SeedColumn("is_reporting", "boolean", "it files returns"),
            SeedColumn("is_pseudo", "boolean", "a functional area, no statutory division"),
            SeedColumn("since_on", "date", "first day of this version"),
            SeedColumn("until_on", "date", "last day of this version; empty while it is in force"),
            SeedColumn("now_code", "string", "what it has become: itself, or the newest unit that succeeds it"),
        ),
        rows=[
            (unit.code, unit.name, unit.short or None, unit.level, unit.kind, unit.parent, unit.reports, unit.pseudo, unit.since, unit.until, now.code)
            for unit in catalog.units
            for now in [catalog.units.now(unit)]
        ],
    )


def code_items(catalog: Catalog) -> Seed:
    """Every code of every list, with the numbers of a band; one flag for each group that any of them is in, absent where the list does not know the group."""
    items = [(code_list, item) for code_list in catalog.codes.values() for item in code_list.items]
    groups = sorted({group for _, item in items for group in item.groups})
    known = {code_list.id: {group for item in code_list.items for group in item.groups} for code_list in catalog.codes.values()}
    return Seed(
        name="code_item",
        source="codes",
        grain="One code of one code list",
        key=("code_list", "code"),
        columns=(
            SeedColumn("code_list", "string", "the list, as in catalog/codes"),
            SeedColumn("code", "string", "the code"),
            SeedColumn("title", "string", "its name"),
            SeedColumn("rolls_up_to", "string", "the official code it is part of"),
            SeedColumn("at_least", "bigint", "of a band: the smallest number in it; empty in the lowest"),
            SeedColumn("below", "bigint", "of a band: the number at which the next one begins; empty in the highest"),
            *(SeedColumn(f"is_{group}", "boolean", f"the code is in the group {group}; null where its list has no such group") for group in groups),
        ),
        rows=[
            (
                *(code_list.id, item.code, item.title, item.rolls_up_to, item.at_least, item.below),
                *(group in item.groups if group in known[code_list.id] else None for group in groups),
            )
            for code_list, item in items
        ],
    )


def crosswalks(catalog: Catalog) -> Seed:
    """Every translated code of every crosswalk."""
    return Seed(
        name="crosswalk",
        source="crosswalks",
        grain="One code of one list with the code that stands for it in another",
        key=("code_list", "to_list", "code"),
        columns=(
            SeedColumn("code_list", "string", "the list that is translated, as in catalog/codes"),
            SeedColumn("to_list", "string", "the list it is translated to"),
            SeedColumn("code", "string", "the code"),
            SeedColumn("to_code", "string", "what stands for it; empty where nothing does"),
            SeedColumn("loses", "string", "nothing, distinction, part or all: what is lost on the way"),
            SeedColumn("because", "string", "what is lost, in words"),
        ),
        rows=[(entry.of, entry.to, row.code, row.to, row.loses, row.because or None) for entry in catalog.crosswalks.values() for row in entry.rows],
    )


def campaign_phases(catalog: Catalog) -> Seed:
    """Every phase of every campaign."""
    return Seed(
        name="campaign_phase",
        source="campaigns",
        grain="One phase of one campaign",
        key=("campaign", "phase"),
        columns=(
            SeedColumn("campaign", "string", "the campaign, as in catalog/campaigns"),
            SeedColumn("phase", "string", "the phase"),
            SeedColumn("title", "string", "its name"),
            SeedColumn("first_on", "date", "its first day"),
            SeedColumn("last_on", "date", "its last day"),
            SeedColumn("clause", "string", "the clause that sets it"),
        ),
        rows=[
            (campaign.id, phase.id, phase.title, phase.first_on, phase.last_on, phase.clause)
            for campaign in catalog.campaigns.values()
            for phase in campaign.phases
        ],
    )
