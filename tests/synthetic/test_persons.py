"""Nobody of the city could exist."""

import re

from synthetic import words
from tests.synthetic.cells import rows, written
from tests.synthetic.small_city import Made

ID_NUMBER = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
PHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
CARD = re.compile(r"(?<!\d)\d{19}(?!\d)")


def luhn(number: str) -> bool:
    """Whether a card number passes its own check."""
    digits = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(number))]
    return sum(sum(divmod(digit, 10)) for digit in digits) % 10 == 0


def test_every_number_of_a_person_is_one_that_nobody_has(small: Made) -> None:
    """Identity numbers of an area that there is not, phones of one range, cards that fail their check; in every cell of every workbook."""
    texts = [
        written(cell) for file in small.inbox.rglob("*.*") if file.name != "received.csv" for sheet in rows(file).values() for row in sheet for cell in row
    ]
    numbers = [text for text in texts if len(text) > 10]

    assert {number[:2] for text in numbers for number in ID_NUMBER.findall(text)} == {words.persons().identity_area}
    assert {number[:6] for text in numbers for number in PHONE.findall(text)} == {words.persons().phone_begins}
    assert not [number for text in numbers for number in CARD.findall(text) if luhn(number) and number.startswith(words.persons().card_begins)]


def test_every_village_and_every_firm_says_that_it_is_made_up(small: Made) -> None:
    """By its mark in front, or behind."""
    villages = {str(row["village_text"]) for row in small.truth("screening_round") if row["village_text"]}
    parties = {party for row in small.truth("dispute") for party in str(row["parties"]).split(words.stories().between)}

    assert all(village.startswith(words.places().mark) for village in villages)
    assert all(party.endswith(words.persons().made_up) for party in parties if len(party) > 9)
