"""Numbers: from what a cell holds to an exact number, by the notations of `ingest.notation`."""

from decimal import Decimal
from math import isfinite

from ingest.cells import Value
from ingest.notation import DIGITS_OF_NUMBERS, GROUPED_NUMBER, MEASURE_WORD, NUMBER, NUMBER_IN_WORDS, Read, Unread, plain, trimmed


def read_number(value: Value) -> Read[Decimal] | Unread:
    """The number a cell holds. About, more than, several are no numbers."""
    match value:
        case bool():
            return Unread("unreadable")
        case int() | float():
            return Read(exact(value)) if isfinite(value) else Unread("unreadable")
        case str():
            return number_of_text(value)
        case _:
            return Unread("unreadable")


def read_whole(value: Value) -> Read[int] | Unread:
    """The whole number a cell holds."""
    read = read_number(value)
    if isinstance(read, Unread):
        return read
    whole = int(read.value)
    return Read(whole, read.rule) if whole == read.value else Unread("not_whole")


def exact(value: float) -> Decimal:
    """A spreadsheet's number as it shows it: 15 digits; what lies behind them is the noise of binary fractions."""
    return Decimal(f"{value:.15g}")


def number_of_text(text: str) -> Read[Decimal] | Unread:
    """The number that a text is; each notation must fit the whole text."""
    figures = plain(text)
    rule = None if figures == trimmed(text) else "full_width"
    bare = MEASURE_WORD.sub("", figures)
    if bare != figures:
        figures, rule = bare.strip(), "measure_word"
    if NUMBER.fullmatch(figures):
        return Read(Decimal(figures), rule)
    if GROUPED_NUMBER.fullmatch(figures):
        return Read(Decimal(figures.replace(",", "").replace(" ", "")), "thousands")
    number = number_in_words(figures)
    return Unread("unreadable") if number is None else Read(number, "number_in_words")


def number_in_words(text: str) -> Decimal | None:
    """The number that Chinese numerals spell, by the strict rules of writing them; None when they are none."""
    if not NUMBER_IN_WORDS.fullmatch(text):
        return None
    import cn2an  # takes half a second to import, and few offices spell their numbers

    try:
        return Decimal(str(cn2an.cn2an(text.translate(DIGITS_OF_NUMBERS), "strict")))
    except ValueError:
        return None
