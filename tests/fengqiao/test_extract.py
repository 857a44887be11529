"""`fengqiao extract`: the workbook and its manifest for who asks, and a sentence for who asks for what there is not."""

import json
from pathlib import Path

import pytest

from catalog.catalog import load
from fengqiao import exits
from fengqiao.main import answer
from tests.reporting.by_hand import publish
from warehouse.access_log import AccessLog
from warehouse.folder import Folder


@pytest.fixture
def published(office: Path) -> Folder:
    """A data folder with a version built by hand: April and May 2023, one unit that filed and one that did not."""
    return publish(Folder(office), load()).folder


def test_the_place_of_the_workbook_is_told_with_who_is_missing(published: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    """And the workbook stands there, its manifest beside it; the access log says so."""
    assert answer(["extract", "summary", "--period", "2023-05"]) == exits.DONE

    said = capsys.readouterr().out
    place = published.extracts / "summary" / "2023-05" / "全市人民调解工作月度汇总表（2023年5月）.xlsx"
    assert f"已写好：{place}" in said
    assert place.is_file()
    assert place.with_suffix(".json").is_file()
    assert any(line.split() == ["排查发现纠纷", "2", "1", "达茂旗"] for line in said.splitlines())
    assert [one.what for one in AccessLog(published).read()] == ["export"]


@pytest.mark.usefixtures("published")
def test_the_manifest_is_the_answer_for_scripts(capsys: pytest.CaptureFixture[str]) -> None:
    """By the report's title too, of one unit by its name; without a month, of the newest that is over."""
    assert answer(["extract", "全市人民调解工作月度汇总表", "--unit", "昆都仑区", "--json"]) == exits.DONE

    told = json.loads(capsys.readouterr().out)
    assert (told["report"], told["period"], told["unit_code"]) == ("summary", "2023-05", "150203")
    assert {figure["indicator"]: figure["value"] for figure in told["figures"]}["disputes_found"] == 34


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("typed", "code", "sentence"),
    [
        (["sumary"], exits.WRONG_USE, "没有“sumary”这张报表，已声明的有：summary。是否想输入 summary？"),
        (["summary", "--period", "2023-13"], exits.WRONG_USE, "“2023-13”不是报送期。"),
        (["summary", "--period", "2023-Q2"], exits.WRONG_USE, "按月出，期次写成 2023-05。"),
        (["summary", "--unit", "150999"], exits.WRONG_USE, "没有“150999”这个单位。"),
        (["summary", "--unit", "150203001"], exits.WRONG_USE, "“少先路街道”不是报送单位。"),
        (["summary", "--period", "2023-09"], exits.NO, "包头市2023年9月没有可以上报的数据，最近有数据的一期是2023年5月。"),
        (["summary", "--period", "2023-05", "--unit", "东河区"], exits.NO, "东河区2023年5月没有可以上报的数据"),
    ],
)
def test_what_there_is_not_is_said_in_chinese(typed: list[str], code: int, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing stands on standard output."""
    assert answer(["extract", *typed]) == code

    said = capsys.readouterr()
    assert said.out == ""
    assert sentence in said.err


def test_declarations_of_an_older_program_wait_for_the_next_run(published: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    """The remedy is said."""
    (published.catalogs / load().fingerprint / "extract.yml").unlink()
    load.cache_clear()

    assert answer(["extract", "summary", "--period", "2023-05"]) == exits.NO
    assert "先执行 fengqiao run" in capsys.readouterr().err
