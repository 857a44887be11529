"""How much room a text takes in a spreadsheet: Chinese characters are two half-widths, a line is wrapped where its column ends."""

import unicodedata

WIDE = "WFA"  # east Asian widths that take two


def units(text: str) -> int:
    """The longest line of a text, in half-width characters."""
    return max(map(line_units, text.split("\n")))


def line_units(line: str) -> int:
    """The width of one line."""
    return sum(2 if unicodedata.east_asian_width(sign) in WIDE else 1 for sign in line)


def lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of some half-width characters."""
    return sum(max(1, -(-line_units(line) // (width - 1))) for line in text.split("\n"))
