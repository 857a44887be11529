"""Phones: from what a cell holds to digits. One of a length that no phone has is kept and said."""

from ingest.cells import Value, filed
from ingest.notation import ALL_DIGITS, BETWEEN_PHONES, COUNTRY_OF_PHONE, INSIDE_PHONE, PHONE, plain
from ingest.outcome import Fault, Outcome, faulty
from ingest.problems import LISTED


def read_phone(value: Value) -> Outcome:
    """The digits of one phone, or of several in their order."""
    text = filed(value)
    parts = [part for part in BETWEEN_PHONES.split(plain(text)) if part]
    numbers = [COUNTRY_OF_PHONE.sub("", INSIDE_PHONE.sub("", part)) for part in parts]
    if not numbers or not all(map(ALL_DIGITS.fullmatch, numbers)):
        return faulty("phone_unreadable")
    wrong = next((number for number in numbers if not PHONE.fullmatch(number)), None)
    digits = LISTED.join(numbers)
    return Outcome(digits, None if digits == text else "digits_of_phone", Fault("phone_length", expected=str(len(wrong))) if wrong else None)
