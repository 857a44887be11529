"""Which ledger: by its names and its headers, and never by resemblance."""

import pytest

from ingest.identifying import Beside, Delivery, identify
from ingest.problems import Place
from ingest.statements import Source, Statement
from ingest.table import Header
from ingest.which_ledger import names_in, which_ledger
from tests.ingest.filed_tables import CATALOG, filed

DISPUTE = ("序号", "单位", "矛盾纠纷简要情况", "责任单位责任人", "化解时限", "化解情况", "交办督办情况", "销号情况")
MAJOR_RISK = ("序号", "报告时间", "发生地点", "涉及人数", "纠纷简要情况", "风险等级", "责任领导", "采取措施")
MEDIATION_CASE = ("序号", "编号", "纠纷类型", "受理日期", "当事人", "纠纷简介", "街道", "调解员", "调解结果")


def ledger(headers: tuple[str, ...], *said: tuple[Source, str]) -> str | None:
    """The ledger found for headers and statements."""
    named = tuple(Header(column, header) for column, header in enumerate(headers, 1))
    found = which_ledger(named, tuple(Statement(source, text, Place()) for source, text in said), CATALOG)
    return found.ledger.id if found else None


@pytest.mark.parametrize(
    "text",
    [
        "昆都仑区2023年4月矛盾纠纷排查化解工作台账", "突出矛盾纠纷台账（2023年4月）", "昆区2023年4月矛盾纠纷台账(定稿)", "昆区2023年4月矛盾纠纷台账（更正）",
        "附件2：矛盾纠纷台账", "矛盾纠纷台账-副本", "土右旗4月份突出矛盾纠纷台账", "矛盾纠纷",
    ],
    ids=repr,
)  # fmt: skip
def test_a_name_is_found_between_unit_period_and_marks(text: str) -> None:
    """Whatever stands around it in a title or file name."""
    assert ledger(DISPUTE, ("title", text)) == "dispute"


def test_a_name_that_only_contains_ours_is_another() -> None:
    """重大矛盾纠纷 is not 矛盾纠纷."""
    assert "矛盾纠纷台账" not in set(names_in("重大矛盾纠纷台账", CATALOG))
    assert ledger(MAJOR_RISK, ("title", "重大矛盾纠纷风险隐患情况报告表")) == "major_risk"


def test_our_name_over_foreign_headers_is_not_our_ledger() -> None:
    """Headers that do not fit outrank a name."""
    assert ledger(("物品名称", "数量", "保管人", "备注"), ("title", "矛盾纠纷台账")) is None


def test_without_a_name_the_headers_must_show_what_only_this_ledger_has() -> None:
    """销号情况 is of the dispute ledger; a case ledger has many of its headers and none of its own."""
    assert ledger(DISPUTE, ("file", "新建工作表")) == "dispute"
    assert ledger(MEDIATION_CASE, ("file", "新建工作表")) is None


def test_the_title_outranks_the_file_name() -> None:
    """The file that calls it otherwise is said to contradict."""
    headers = tuple(Header(column, header) for column, header in enumerate(DISPUTE, 1))
    said = (Statement("title", "矛盾纠纷台账", Place()), Statement("file", "排查情况登记表", Place()))
    found = which_ledger(headers, said, CATALOG)
    assert found is not None
    assert (found.ledger.id, [statement.text for statement, _ in found.contradicting]) == ("dispute", ["排查情况登记表"])


def test_quotation_marks_divide_no_name() -> None:
    """A name may quote what it is about."""
    assert ledger(("序号", "案卷号"), ("title", "2023年4月人民调解“以案定补”申报汇总表")) == "subsidy_claim"


def test_a_file_may_be_called_by_any_of_its_tables() -> None:
    """The table of committees contradicts the name of a file whose other table is the roster of mediators, and only then."""
    table = filed(("序号", "调委会名称", "调委会类型"), (1, "甲", "居调委会"), title="昆都仑区人民调解组织名册2023年4月", info="").table
    delivery = Delivery("昆区调解员花名册2023年4月.xlsx", "150203")
    told = [identify(table, delivery, CATALOG, Beside(ledgers)) for ledgers in ((), ("committee", "mediator"))]
    assert [[problem.code for problem in found.problems] if found else None for found in told] == [["name_conflict"], []]
