"""How a figure stands in a cell: a number in its format, or a dash with the reason why there is none."""

from dataclasses import replace
from decimal import Decimal

from catalog.extract import ExtractWords
from catalog.indicator import Indicator
from reporting.figures import Figure
from reporting.looks import ABSENT, COUNT, MARGIN, MONEY, NUMBER, SHARE, Look


def shown(figure: Figure, indicator: Indicator, words: ExtractWords) -> tuple[Decimal | str, Look]:
    """What is put into the cell of a figure, and its look; one that is carried forward in part is marked by its format and stays a number."""
    if figure.value is None:
        return absent(figure, words), ABSENT
    mark = f'"{words.mark}"' if figure.carried_forward else f"_{words.mark}"  # or room for one, so that digits stand below digits
    return figure.value, replace(NUMBER, number=f"{number_format(indicator)}{mark}{MARGIN}")


def absent(figure: Figure, words: ExtractWords) -> str:
    """A dash, and why there is no figure."""
    return words.absent.format(reason=words.absences[figure.absence]) if figure.absence else words.none


def number_format(indicator: Indicator) -> str:
    """A share in per cent, money with two decimals, a count whole."""
    return SHARE if indicator.is_ratio else MONEY if indicator.is_money else COUNT


def unit(indicator: Indicator, words: ExtractWords) -> str:
    """In what a figure is counted."""
    return words.table.ratio_unit if indicator.is_ratio else indicator.unit
