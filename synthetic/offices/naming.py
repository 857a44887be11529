"""What an office calls things: its titles, files and sheets, with the unit and the period as it writes them."""

from dataclasses import dataclass
from datetime import date

from catalog.period import Period
from synthetic.offices.declared import of_offices
from synthetic.offices.habit import Manner

SUFFIX = {"xlsx": ".xlsx", "csv": ".csv", "html": ".xls", "json": ".json"}
SHEETS = {"csv": "csv", "html": "html", "json": "data"}  # what has no sheets is named so
LONGEST_SHEET_NAME = 31


@dataclass(frozen=True)
class Signers:
    """Who signs a return, and the day that stands on it."""

    clerk: str
    checker: str
    signer: str
    day: date


def period_words(period: Period) -> dict[str, str]:
    """A period as titles and file names write it: whole, its month alone, and without a word."""
    patterns = of_offices().periods
    start = period.start
    quarter = of_offices().quarters[(start.month - 1) // 3]
    pattern = patterns.get(period.cadence, patterns["month"])
    whole = pattern.format(year=start.year, month=start.month, quarter=quarter)
    is_month = period.cadence == "month"
    return {
        "period": whole,
        "period_kind": of_offices().period_kinds.get(period.cadence, of_offices().period_kinds["month"]),
        "due": of_offices().dues.get(period.cadence, of_offices().dues["month"]),
        "month": patterns["month_short"].format(month=start.month) if is_month else whole,
        "compact": patterns["compact"].format(year=start.year, month=start.month) if is_month else whole,
    }


def said(pattern: str, manner: Manner, period: Period, signers: Signers) -> str:
    """A pattern with its blanks filled in."""
    day = of_offices().dates["chinese"].day.format(year=signers.day.year, month=signers.day.month, day=signers.day.day)
    unit = manner.unit
    who = {"unit": unit.name, "short": unit.short_name, "office": unit.office, "name": manner.name}
    signed = {"clerk": signers.clerk, "checker": signers.checker, "signer": signers.signer, "day": day}
    return pattern.format(**who, **signed, **period_words(period))


def file_name(manner: Manner, period: Period, signers: Signers, extra: str = "") -> str:
    """The name of the file, with its ending."""
    return f"{said(manner.file, manner, period, signers)}{extra}{SUFFIX[manner.format]}"


def sheet_name(manner: Manner, period: Period, signers: Signers) -> str:
    """The name of the sheet; text and web files have none of their own."""
    if manner.format in SHEETS:
        return SHEETS[manner.format]
    return said(manner.sheet, manner, period, signers)[:LONGEST_SHEET_NAME]
