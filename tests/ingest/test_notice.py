"""Notices: what can be pasted into a message to an office, and no more than fits one."""

from dataclasses import replace

import pytest

from ingest.notice import LONGEST, notice
from ingest.receipt import Became
from tests.ingest.test_receipt import CATALOG, RECEIVED, TABLE, reading
from warehouse.answers_index import HandedBack

NOTHING = HandedBack("s", "m")  # no copy


def test_a_notice_says_what_came_what_to_do_and_whom_to_ask() -> None:
    """With the day; the name of the file, which somebody chose freely, is not in it."""
    assert notice(RECEIVED, reading(), [Became("live")], NOTHING, CATALOG) == (
        "昆都仑区2023年4月矛盾纠纷台账33行，已采用（5月5日10:12收到）。请照回执和标注表改好4处必须改的（另有2处须说明），放回收件夹。有疑问请问市司法局数据专员。"
    )


@pytest.mark.parametrize(
    ("counts", "violations", "said"),
    [((0, 2, 3), 0, "改好或说明2处"), ((0, 0, 3), 0, "有3处提示"), ((0, 0, 0), 0, "不用再做什么"), ((0, 0, 3), 1, "与别的表核对又发现1处")],
)
def test_it_asks_for_one_thing(counts: tuple[int, int, int], violations: int, said: str) -> None:
    """For what weighs most."""
    block, explain, hint = counts
    table = TABLE.model_copy(update={"block_problems": block, "explain_problems": explain, "hint_problems": hint})
    assert said in notice(RECEIVED, reading(tables=(table,)), [Became("live")], replace(NOTHING, violations=violations), CATALOG)


@pytest.mark.parametrize("code", [None, *sorted(CATALOG.refusals)])
def test_a_file_that_gave_no_return_has_a_notice_as_well(code: str | None) -> None:
    """Why, and what to do; never longer than a message."""
    said = notice(RECEIVED, reading(refusal=code, tables=(), verdict="refused" if code else "unidentified"), [], NOTHING, CATALOG)
    assert len(said) <= LONGEST
    assert "市司法局数据专员" in said


def test_a_file_of_many_tables_is_told_by_its_first() -> None:
    """And by their number."""
    said = notice(RECEIVED, reading(tables=(TABLE,) * 5), [Became("replaces", 300_000, 200_000, 100_000)] * 5, NOTHING, CATALOG)
    assert "等5张表" in said
    assert len(said) <= LONGEST


def test_of_a_return_that_was_replaced_nothing_is_asked() -> None:
    """Another file says the same or better."""
    assert "不用再做什么" in notice(RECEIVED, reading(), [Became("replaced")], NOTHING, CATALOG)


def test_what_is_explained_is_not_asked_again() -> None:
    """Two of two."""
    table = TABLE.model_copy(update={"block_problems": 0, "explain_problems": 2})
    assert "不用再做什么" in notice(RECEIVED, reading(tables=(table,)), [Became("live")], replace(NOTHING, explained_places=2), CATALOG)
