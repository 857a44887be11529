"""How the cells of an extract look: fonts, lines, number formats; and how high a row must be for the texts in it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from catalog.extract import Fonts
from catalog.formula import SIGNS

COUNT, SHARE, MONEY = "#,##0", "0.0%", "#,##0.00"
MARGIN = "_ "  # in a number format: the width of a blank; an indent from the right is not kept by every program
TITLE_SIZE, BODY_SIZE, NOTE_SIZE = 20, 10, 9
LINE_SHARE, ROW_MARGIN = 1.35, 6  # the height of a line by the size of its letters; what a row adds to its lines, in points
PALE, GREY = "#F2F2F2", "#7F7F7F"


@dataclass(frozen=True)
class Look:
    """What tells one format from another."""

    size: int = BODY_SIZE
    font: str = "body"
    bold: bool = False
    align: str = "center"
    border: bool = True
    color: str = "#000000"
    fill: str = ""
    number: str = ""


TITLE = Look(TITLE_SIZE, "title", border=False)
LEFT, MIDDLE, RIGHT = (Look(border=False, align=align) for align in ("left", "center", "right"))
HEAD = Look(font="head", fill=PALE)
CELL = Look()
ABSENT = Look(color=GREY)
TEXT = Look(align="left")
NUMBER = Look(align="right")
NOTE = Look(NOTE_SIZE, border=False, align="left")


@dataclass
class Looks:
    """The formats of one workbook, each made once."""

    workbook: Workbook
    fonts: Fonts
    made: dict[tuple[Look, bool], Format] = field(default_factory=dict)

    def of(self, look: Look, text: str = "") -> Format:
        """The format of a look; a text that begins like a formula is marked as a text."""
        key = (look, text.startswith(SIGNS))
        if key not in self.made:
            self.made[key] = self.workbook.add_format({
                "font_name": getattr(self.fonts, look.font),
                "font_scheme": "none",
                "font_size": look.size,
                "bold": look.bold,
                "font_color": look.color,
                "align": look.align,
                "indent": int(look.border and look.align == "left"),
                "valign": "vcenter",
                "text_wrap": not look.number,
                "border": int(look.border),
                "num_format": look.number or "General",
                "quote_prefix": key[1],
            } | ({"bg_color": look.fill} if look.fill else {}))  # fmt: skip
        return self.made[key]


def height(texts: Iterable[tuple[str, float]], size: int = BODY_SIZE) -> float:
    """The height of a row whose texts, of a size, wrap in cells of these widths, in points; merged cells do not grow by themselves."""
    lines = max(sum(math.ceil(half_widths(line) * size / BODY_SIZE / width) for line in text.split("\n")) for text, width in texts)
    return lines * size * LINE_SHARE + ROW_MARGIN


def half_widths(text: str) -> int:
    """The width of a text: Chinese takes two, everything else one."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)
