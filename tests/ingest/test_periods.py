"""Periods: what titles, info rows and file names state."""

import pytest

from ingest.periods import stated_period, without_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("昆都仑区2023年4月矛盾纠纷排查化解工作台账", "2023-04"), ("突出矛盾纠纷台账（2023年5月）", "2023-05"), ("二〇二三年十二月份", "2023-12"),
        ("东河区2023年4月一站式中心建设情况表", "2023-04"), ("一、二季度情况", "2022-Q2"),
        ("花名册2023.4", "2023-04"), ("导出_昆都仑区_202304", "2023-04"), ("掌上调解导出20230531", "2023-05"), ("４月份", "2022-04"),
        ("4月台账", "2022-04"), ("登记簿（4-5月）", "2022-04/2022-05"), ("2023年4月至6月", "2023-04/2023-06"), ("统计表（二季度）", "2022-Q2"),
        ("2023年第3季度", "2023-Q3"), ("2023年上半年", "2023-H1"), ("下半年度", "2022-H2"), ("2023年度经费", "2023"), ("2023年人民调解经费", "2023"),
        ("第15周", "2022-W15"), ("2023年第1周", "2023-W01"),
    ],
    ids=repr,
)  # fmt: skip
def test_a_period_is_read_from_words(text: str, period: str) -> None:
    """With the year where they state one; here the others are of 2022."""
    stated = stated_period(text)
    assert stated is not None
    assert str(stated.within(2022)) == period


@pytest.mark.parametrize("text", ["矛盾纠纷台账", "13月", "一案一策", "填报日期：2023年5月4日", "第七人民医院", "5月4日", "Sheet1", "2023.5.4"])
def test_a_text_without_a_period_states_none(text: str) -> None:
    """A day is no period: the day of filing lies in the month after."""
    assert stated_period(text) is None


def test_a_year_without_the_week_has_no_such_period() -> None:
    """2023 has 52 weeks, 2020 had 53."""
    stated = stated_period("第53周")
    assert stated is not None
    assert stated.within(2023) is None
    assert str(stated.within(2020)) == "2020-W53"


def test_what_is_left_without_the_period_names_unit_and_ledger() -> None:
    """The words of the period are taken out, nothing else."""
    assert without_period("土右旗4月份突出矛盾纠纷台账") == "土右旗突出矛盾纠纷台账"
    assert without_period("昆区2023年4月矛盾纠纷台账(定稿)") == "昆区矛盾纠纷台账(定稿)"
    assert without_period("东河区2023年4月一站式中心建设情况表") == "东河区一站式中心建设情况表"
