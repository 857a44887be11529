"""Which kind: an ordinary return, a nil one, a correction, one that runs since the beginning."""

import pytest

from ingest.cells import Value
from tests.ingest.filed_tables import DISPUTE_TITLE, filed

HEADERS = ("序号", "街道", "矛盾纠纷简要情况", "责任单位", "销号情况", "排查时间")
ROW: tuple[Value, ...] = (1, "昆北街道", "甲与乙争吵。", "昆北街道司法所", "办理中", "4月7日")


@pytest.mark.parametrize(
    ("title", "kind", "is_final_only"),
    [
        (DISPUTE_TITLE, "return", False), (f"{DISPUTE_TITLE}（更正）", "correction", False), (f"{DISPUTE_TITLE}(定稿)", "return", True),
        (f"{DISPUTE_TITLE}（更正定稿）", "correction", False), (f"{DISPUTE_TITLE}（累计）", "cumulative", False),
    ],
    ids=repr,
)  # fmt: skip
def test_the_title_says_the_kind(title: str, kind: str, is_final_only: bool) -> None:  # noqa: FBT001
    """定稿 alone corrects nothing: whether something is live to be corrected, the journal knows."""
    checked = filed(HEADERS, ROW, title=title).judged()
    assert (checked.kind, checked.is_final_only) == (kind, is_final_only)
    assert checked.basis == ("cumulative" if kind == "cumulative" else "period")


def test_an_info_row_makes_no_correction() -> None:
    """更正 in the remarks of an info row is about something else."""
    assert filed(HEADERS, ROW, info="填报单位：昆都仑区司法局  填报月份：4月份  联系人：更正").judged().kind == "return"


def test_a_sentence_below_an_empty_table_is_a_nil_return() -> None:
    """Accepted: the office has reported that there is nothing."""
    checked = filed(HEADERS, notes=["本月我区经全面排查，未发现矛盾纠纷，实行零报告。"]).judged()
    assert (checked.kind, checked.verdict, checked.records, checked.problems) == ("nil", "accepted", (), ())


def test_an_empty_table_without_a_word_goes_back() -> None:
    """A missing return is missing, not nil."""
    checked = filed(HEADERS, notes=["填报人：杜小满"]).judged()
    assert (checked.kind, checked.verdict) == ("return", "returned")
    assert [problem.code for problem in checked.problems] == ["records_missing"]


def test_a_row_that_only_says_nothing_happened_is_a_nil_return() -> None:
    """Beside its number and its place, nothing but words of a nil return and strokes."""
    checked = filed(HEADERS, (1, "昆北街道", "本月无", "/", "—", None)).judged()
    assert (checked.kind, checked.verdict, checked.records) == ("nil", "accepted", ())


def test_a_nil_row_among_entries_is_no_entry() -> None:
    """It is said, and not counted."""
    checked = filed(HEADERS, ROW, (2, "昆工路街道", "零报告", None, None, None)).judged()
    assert (checked.kind, [record.row for record in checked.records]) == ("return", [4])
    assert [(problem.code, problem.severity, problem.cell) for problem in checked.problems] == [("nil_row", "hint", "A5")]


def test_an_entry_that_uses_words_of_a_nil_return_stays_an_entry() -> None:
    """未发现 may stand in the facts of a dispute."""
    checked = filed(HEADERS, (1, "昆北街道", "物业称未发现漏水，业主不认可。", "昆北街道司法所", "办理中", "4月7日")).judged()
    assert (checked.kind, len(checked.records)) == ("return", 1)
