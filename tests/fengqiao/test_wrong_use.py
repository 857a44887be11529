"""Wrong use ends with 2, a Chinese sentence on standard error, and nothing on standard output."""

import pytest

from fengqiao import exits
from fengqiao.main import answer


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["rnu"], "没有“rnu”这个命令。是否想输入 run？"),
        (["publish", "rolback"], "没有“rolback”这个命令。是否想输入 rollback？"),
        (["xyzzy"], "没有“xyzzy”这个命令。"),
        (["status", "--perod", "2023-04"], "没有 --perod 这个选项。是否想输入 --period？"),
        (["status", "--period"], "选项 --period 后面要跟一个值"),
        (["status", "extra"], "多了参数：extra"),
        (["indicator"], "缺少参数 名称。"),
        (["indicator", "disputes_found", "--by", "village"], "--by 的值不对"),
        (["decide", "match", "a"], "缺少"),
        (["query"], "缺少参数 SQL。"),
        (["indicator", "dispute_found"], "没有“dispute_found”这个指标。是否想输入 disputes_found"),
        (
            ["status", "--ledger", "disputes"],
            "没有“disputes”这种台账，已声明的有：administrative_totals、campaign_totals",
        ),
        (["status", "--period", "2023-13"], "“2023-13”不是报送期。"),
        (["status", "--district", "150999"], "没有“150999”这个单位。"),
        (["status", "--district", "150203001"], "“少先路街道”不是报送单位。"),
        (["run", "--today", "6 July"], "“6 July”不是日期。写成 2023-07-06。"),
    ],
)
@pytest.mark.usefixtures("office")
def test_wrong_use_is_answered_with_what_is_wrong(typed: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The code is 2, whoever reads standard output gets nothing, and the sentence says what to type."""
    assert answer(typed) == exits.WRONG_USE

    said = capsys.readouterr()
    assert said.out == ""
    assert sentence in said.err


def test_no_command_at_all_shows_the_help_page(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever types the bare name learns what there is; a script that does so is wrong."""
    assert answer([]) == exits.WRONG_USE
    assert "命令:" in capsys.readouterr().err
