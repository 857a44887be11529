"""Rows of a made-up workbook are high enough to be read in print."""

from synthetic.offices.sheet import Sheet
from synthetic.writing.heights import LEAST, LINE, heights

TITLE = "标题"


def test_a_row_has_room_for_its_fullest_cell() -> None:
    """One line where all fits; three where a text of fifty stands in a column of twenty-two."""
    sheet = Sheet("s", [[TITLE], ["甲", "乙"], ["短", "短"], ["短", "长" * 25]], title_rows=1, header_rows=2, last_body_row=4, widths=(8, 22))

    assert heights(sheet) == {1: LEAST, 2: LEAST, 3: 3 * LINE}


def test_a_heading_written_downwards_is_as_high_as_it_has_letters() -> None:
    """Beside it stand a parent and its children, over which it goes as well."""
    rows: list[list[str | int | float | bool | None]] = [["\n".join("苏木乡镇街道"), "情况", None], [None, "\n".join("调解成功"), "\n".join("疑难")]]
    merges = ((0, 0, 1, 0), (0, 1, 0, 2))
    found = heights(Sheet("s", [*rows, ["某镇", 1, 2]], header_rows=2, last_body_row=3, merges=merges, widths=(6, 6, 6)))

    assert found[0] + found[1] >= 6 * LINE
    assert found[1] >= 4 * LINE


def test_a_label_over_several_rows_makes_none_of_them_higher_than_it_must() -> None:
    """Two lines over two rows fit into two rows of one line each."""
    rows: list[list[str | int | float | bool | None]] = [["项", "数"], ["军转干部及复退军人安置", 1], [None, 2]]
    found = heights(Sheet("s", rows, header_rows=1, last_body_row=3, merges=((1, 0, 2, 0),), widths=(18, 6)))

    assert found == {0: LEAST, 1: LEAST, 2: LEAST}
