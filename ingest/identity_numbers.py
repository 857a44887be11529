"""Identity numbers: from what a cell holds to eighteen signs, the last of which checks the others (GB 11643-1999, by ISO 7064 MOD 11-2)."""

from ingest.cells import Value, filed
from ingest.notation import ALL_DIGITS, BETWEEN_DIGITS, IDENTITY_NUMBER, plain
from ingest.outcome import Fault, Outcome, faulty

LENGTH = 18
WEIGHTS = tuple(2 ** (LENGTH - 1 - place) % 11 for place in range(LENGTH - 1))
CHECK_SIGNS = "10X98765432"  # by the weighted sum of the first seventeen digits modulo 11
MALE = 1  # the seventeenth digit is odd for men


def read_identity_number(value: Value) -> Outcome:
    """The number in capitals, without blanks and hyphens. One of another length, or whose last sign does not fit, is kept and said."""
    text = filed(value)
    number = BETWEEN_DIGITS.sub("", plain(text)).upper()
    rule = None if number == text else "trimmed"
    if IDENTITY_NUMBER.fullmatch(number):
        return Outcome(number, rule, None if is_right(number) else Fault("id_checksum"))
    if ALL_DIGITS.fullmatch(number.removesuffix("X")):
        return Outcome(number, rule, Fault("id_length", expected=str(len(number))))
    return faulty("id_unreadable")


def is_right(number: str) -> bool:
    """Whether a number has the length and the last sign of an identity number."""
    return bool(IDENTITY_NUMBER.fullmatch(number)) and check_sign(number) == number[-1]


def check_sign(number: str) -> str:
    """The sign that must stand at the end of a number."""
    return CHECK_SIGNS[sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False)) % 11]


def is_male(number: str) -> bool:
    """What the number says of the sex of its owner."""
    return int(number[LENGTH - 2]) % 2 == MALE


def birth_month(number: str) -> str:
    """What the number says of its owner's birth: year and month."""
    return f"{number[6:10]}-{number[10:12]}"
