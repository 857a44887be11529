"""The words of which the made-up city's persons, places and stories are put together, as `words/` states them."""

from functools import cache
from pathlib import Path

from catalog.declarations import read
from catalog.declared import Model

HOME = Path(__file__).parent / "words"


class PersonWords(Model):
    """Of what persons and firms are made."""

    surnames: str
    men: tuple[str, ...]
    women: tuple[str, ...]
    mongolian_men_first: tuple[str, ...]
    mongolian_men: tuple[str, ...]
    mongolian_women_first: tuple[str, ...]
    mongolian_women: tuple[str, ...]
    unlisted: tuple[str, ...]
    companies: tuple[str, ...]
    company_kinds: dict[str, str]
    made_up: str
    identity_area: str
    phone_begins: str
    card_begins: str


class PlaceWords(Model):
    """Of what villages and committees are made."""

    mark: str
    village_names: tuple[str, ...]
    gacha_names: tuple[str, ...]
    community_names: tuple[str, ...]
    suffix: dict[str, str]
    sumu_kinds: tuple[str, ...]
    committee: dict[str, str]
    lines: dict[str, str]
    line_of_type: dict[str, str]
    another: str
    numbers: tuple[str, ...]
    stationed_at: tuple[str, ...]
    another_room: str
    rooms: tuple[str, ...]


class StoryWords(Model):
    """What disputes are about and how they end."""

    stories: dict[str, tuple[str, ...]]
    sexes: dict[str, tuple[str, ...]]
    per_head: tuple[str, ...]
    with_firm: tuple[str, ...]
    plans: tuple[str, ...]
    results: dict[str, tuple[str, ...]]
    supervision: tuple[str, ...]
    agreements: tuple[str, ...]
    copied_agreement: str
    follow_ups: dict[str, tuple[str, ...]]
    complaints: tuple[str, ...]
    denied: str
    requests: tuple[str, ...]
    risks: tuple[str, ...]
    carried_over: str
    between: str
    title: str


class BodyWords(Model):
    """Bodies beside the committees, and what stands on their papers."""

    justice_office: str
    long_committee: str
    short: str
    referring: dict[str, str]
    commissioning: tuple[str, ...]
    city_bodies: tuple[str, ...]
    court_document: str
    document: str
    other_document: str
    stationed: tuple[str, ...]
    departments: dict[str, str]
    providers: tuple[str, ...]
    bought: tuple[str, ...]
    accepted: tuple[str, ...]
    trainings: dict[str, tuple[str, ...]]
    activities: dict[str, tuple[str, ...]]
    media: tuple[str, ...]
    honours: tuple[str, ...]
    honour_levels: dict[str, float]
    honour_documents: dict[str, str]
    budget_document: str
    handover_number: str
    city_handover_number: str
    agreement_number: str
    voucher: str
    payees: dict[str, str]
    centre: str
    answered: tuple[str, ...]
    pending: tuple[str, ...]
    follow_up_ways: tuple[str, ...]
    fed_back: str
    refused: str
    in_hand: str
    payer: str
    city_payer: str

    def short_committee(self, name: str) -> str:
        """A committee's name as it is written in passing."""
        return name.replace(self.long_committee, self.short)


class ScreeningForm(Model):
    """The labels of the form of screening."""

    labels: tuple[str, ...]
    levels: dict[str, str]
    whole: str
    year: str
    found: str
    handled: str
    handled_rate: str
    settled: str
    settled_rate: str
    matters: str
    rounds: str
    none: str
    general: str
    by_type: str
    by_people: str
    grave: str
    screenings: str
    people: dict[str, int]
    types: dict[str, str]
    note: str


class CampaignForm(Model):
    """The labels of the form of the campaign."""

    title: str
    note: str
    head: str
    effort: str
    efforts: dict[str, str]
    disputes: str
    found: str
    settled: str
    found_of: str
    settled_of: str
    groups: dict[str, tuple[str, ...]]
    other: str
    hidden: dict[str, tuple[str, str]]
    special: str
    specials: dict[str, int]


class FormWords(Model):
    """What the forms count, under which labels."""

    case_kinds: dict[str, str]
    case_sources: dict[str, str]
    on_application: str
    on_initiative: str
    case_types: dict[str, str]
    rare: dict[str, tuple[str, str]]
    screening: ScreeningForm
    campaign: CampaignForm


@cache
def persons() -> PersonWords:
    """Of what persons are made."""
    return read(HOME / "persons.yml", PersonWords)


@cache
def places() -> PlaceWords:
    """Of what places are made."""
    return read(HOME / "places.yml", PlaceWords)


@cache
def stories() -> StoryWords:
    """Of what stories are made."""
    return read(HOME / "stories.yml", StoryWords)


@cache
def bodies() -> BodyWords:
    """Which bodies there are, and what stands on their papers."""
    return read(HOME / "bodies.yml", BodyWords)


@cache
def forms() -> FormWords:
    """What the forms count, under which labels."""
    return read(HOME / "forms.yml", FormWords)
