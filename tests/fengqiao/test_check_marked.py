"""`fengqiao check --marked`: an office looks at its own workbook before it sends it."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from fengqiao import exits
from fengqiao.main import answer
from warehouse.settings import ROOT

SAMPLES = ROOT / "tests/samples/inbox"
MAY = SAMPLES / "昆都仑区/昆区2023年5月矛盾纠纷台账.xlsx"


def test_a_marked_copy_is_written_and_the_file_is_left(tmp_path: Path) -> None:
    """The list in front, the cells filled and noted."""
    before = MAY.read_bytes()
    assert answer(["check", str(MAY), "--marked", str(tmp_path / "out.xlsx")]) == exits.DONE
    workbook = load_workbook(tmp_path / "out.xlsx")
    assert workbook.sheetnames[0] == "先改这几处"
    assert "枫桥核对：" in workbook["5月台账"]["H13"].comment.text
    assert MAY.read_bytes() == before


def test_a_marked_copy_can_be_checked_and_marked_again(tmp_path: Path) -> None:
    """Our list is no table of theirs: the same is found as before."""
    answer(["check", str(MAY), "--marked", str(tmp_path / "once.xlsx")])
    assert answer(["check", str(tmp_path / "once.xlsx"), "--district", "150203", "--marked", str(tmp_path / "twice.xlsx")]) == exits.DONE
    once, twice = (load_workbook(tmp_path / name) for name in ("once.xlsx", "twice.xlsx"))
    lines = [[[cell.value for cell in row] for row in book["先改这几处"].iter_rows(min_row=5)] for book in (once, twice)]
    assert lines[0] == lines[1]


@pytest.mark.parametrize("file", ["昆都仑区/昆区5月调解案件.csv", "昆都仑区/人民调解案件导出_昆都仑区_202304.xls"])
def test_other_formats_get_a_workbook_of_their_cells(tmp_path: Path, file: str) -> None:
    """It opens where xlsx opens."""
    answer(["check", str(SAMPLES / file), "--marked", str(tmp_path / "out.xlsx")])
    assert load_workbook(tmp_path / "out.xlsx").sheetnames[0] == "先改这几处"


def test_a_file_that_cannot_be_read_has_no_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Which is said."""
    (tmp_path / "in.xlsx").write_bytes(b"PK\x03\x04 and nothing more")
    assert answer(["check", str(tmp_path / "in.xlsx"), "--marked", str(tmp_path / "out.xlsx")]) == exits.NO
    assert "没有可以标注的" in capsys.readouterr().err
    assert not (tmp_path / "out.xlsx").exists()


def test_the_file_itself_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nor can two files be marked into one."""
    file = tmp_path / "in.xlsx"
    file.write_bytes(MAY.read_bytes())
    assert answer(["check", str(file), "--marked", str(file)]) == exits.WRONG_USE
    assert answer(["check", str(file), str(MAY), "--marked", str(tmp_path / "out.xlsx")]) == exits.WRONG_USE
    assert "不能盖掉原件" in capsys.readouterr().err
    assert file.read_bytes() == MAY.read_bytes()
