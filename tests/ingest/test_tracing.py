"""From a row back to its cells, in a sample office's own workbook."""

from datetime import date
from pathlib import Path

import pytest

from catalog.catalog import load
from ingest.identifying import Delivery
from ingest.tracing import TracedCell, trace_cells

OFFICE = Path(__file__).parents[2] / "tests" / "samples" / "inbox" / "昆都仑区"
CORRECTION = "昆区2023年4月矛盾纠纷台账（更正）.xlsx"


def traced(name: str, sheet: str, row: int) -> dict[str, TracedCell]:
    """The cells of a row by their addresses."""
    found = trace_cells((OFFICE / name).read_bytes(), Delivery(f"{OFFICE.name}/{name}", "150203"), load(), sheet, row)
    return {cell.cell: cell for cell in found}


def test_a_row_is_shown_as_written_and_as_read() -> None:
    """Each cell has its address, its header, the column it stands for, the text and what was read: the last row of the correction."""
    cells = traced(CORRECTION, "4月台账", 37)

    assert cells["D37"] == TracedCell("D37", "排查时间", "screened_on", "2023-04-27", date(2023, 4, 27))
    assert cells["I37"] == TracedCell("I37", "涉及金额(元)", "amount_fen", "12000", 1_200_000)
    assert cells["F37"].text == "格日勒托娅、瑞源建筑劳务有限公司"
    assert cells["P37"] == TracedCell("P37", "备注", "remark", None, None)


@pytest.mark.parametrize(("sheet", "row"), [("4月台账", 1), ("4月台账", 999), ("Sheet2", 37), ("nowhere", 37)])
def test_a_row_that_is_no_record_has_no_cells(sheet: str, row: int) -> None:
    """A title, a row below the table, a sheet without one."""
    assert traced(CORRECTION, sheet, row) == {}


def test_a_file_that_cannot_be_opened_has_no_cells() -> None:
    """It was refused when it came; nothing was read of it."""
    assert trace_cells(b"no workbook", Delivery("昆都仑区/x.xlsx", "150203"), load(), "Sheet1", 5) == ()
