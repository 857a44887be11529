"""The sheets beside the one that counts: remarks on how to fill it, and the empty ones that old spreadsheets leave."""

from synthetic.offices.declared import of_offices
from synthetic.offices.habit import Manner
from synthetic.offices.sheet import Sheet

HAS_SHEETS = "xlsx"
EMPTY = "Sheet2", "Sheet3"
INSTRUCTIONS_WIDTH = 48


def before(manner: Manner) -> tuple[Sheet, ...]:
    """A sheet of remarks, in some offices."""
    if not manner.has_instructions or manner.format != HAS_SHEETS:
        return ()
    common = of_offices()
    return (
        Sheet(common.instruction_sheet, [[line] for line in common.instruction_lines], title_rows=len(common.instruction_lines), widths=(INSTRUCTIONS_WIDTH,)),
    )


def after(manner: Manner) -> tuple[Sheet, ...]:
    """Empty sheets, in some offices."""
    return tuple(Sheet(name, []) for name in EMPTY) if manner.has_empty_sheets and manner.format == HAS_SHEETS else ()
