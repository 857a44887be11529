"""Money: from what a cell holds to whole fen, by the notations of `ingest.notation`. Decimal throughout, never a float."""

from collections.abc import Mapping
from decimal import Decimal

from ingest.cells import Value
from ingest.notation import (
    AMOUNT,
    AMOUNT_IN_WORDS,
    CURRENCY,
    FEN_PER,
    FEN_PER_SCALE,
    SAID_TWICE,
    WHOLE_SUM,
    YUAN,
    Read,
    Unread,
    plain,
)
from ingest.numbers import number_in_words, number_of_text, read_number


def read_money(value: Value, unit: str | None) -> Read[int] | Unread:
    """The amount in fen. A bare number has the unit of its column, yuan when that names none; a text that names its own unit has that."""
    own = amount_said_twice(value) if isinstance(value, str) else None
    if own is not None:
        return own
    factor = FEN_PER.get(unit or YUAN)
    read = read_number(value)
    if isinstance(read, Unread) or factor is None:
        return Unread("unreadable")
    return whole_fen(read.value * factor, read.rule or (None if factor == FEN_PER[YUAN] else "unit_of_header"))


def whole_fen(fen: Decimal, rule: str | None) -> Read[int] | Unread:
    """An amount that is whole in fen; there is no smaller coin."""
    return Read(int(fen), rule) if fen == int(fen) else Unread("unreadable")


def amount_said_twice(text: str) -> Read[int] | Unread | None:
    """An amount with its unit, once, or twice and then the same (in capitals, and in digits in brackets). None when the text names no unit."""
    filed = plain(text)
    twice = SAID_TWICE.fullmatch(filed)
    if not twice:
        return amount_with_unit(filed)
    first, second = (amount_with_unit(part) for part in twice.groups())
    agree = isinstance(first, Read) and isinstance(second, Read) and first.value == second.value
    return first if agree else Unread("unreadable")


def amount_with_unit(text: str) -> Read[int] | Unread | None:
    """The amount of a text that says its unit itself: a sign before digits, digits with units, capitals; None when it says none."""
    bare = WHOLE_SUM.sub("", CURRENCY.sub("", text))
    if CURRENCY.match(text) and isinstance(number_of_text(bare), Read):
        bare += YUAN
    if found := AMOUNT.fullmatch(bare):
        figures = {scale: Decimal(figure.replace(",", "")) for scale, figure in found.groupdict().items() if figure}
        return whole_fen(fen(figures), "unit_in_cell") if figures else None
    if found := AMOUNT_IN_WORDS.fullmatch(bare):
        words = {scale: number_in_words(word) for scale, word in found.groupdict().items() if word}
        spelled = {scale: number for scale, number in words.items() if number is not None}
        return whole_fen(fen(spelled), "amount_in_words") if spelled and len(spelled) == len(words) else Unread("unreadable")
    return None


def fen(parts: Mapping[str, Decimal]) -> Decimal:
    """The sum of an amount's parts, each by its scale."""
    return sum((number * FEN_PER_SCALE[scale] for scale, number in parts.items()), Decimal())
