"""`fengqiao catalog clauses`: what nobody measures, and what measures nothing that is asked."""

import json

import pytest

from catalog.catalog import load
from fengqiao import exits
from fengqiao.main import answer

UNMEASURED = "plan_2023 三(二)1"  # how the campaign is carried out, step by step
MEASURED = "plan_2023 二(五)2"  # full-time mediators: 15 per cent


def test_a_person_reads_the_sentence_and_how_many_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    """One line of counts, then the clauses without an indicator; one that has its indicator is not among them."""
    assert answer(["catalog", "clauses"]) == exits.DONE
    shown = capsys.readouterr()

    assert UNMEASURED in shown.out
    assert MEASURED not in shown.out
    assert f"指标 {len(load().indicators)} 个" in shown.err


def test_a_script_reads_both_lists(capsys: pytest.CaptureFixture[str]) -> None:
    """Clauses with the ledgers, promises and rules that cite them; indicators that rest on no numbered clause."""
    assert answer(["catalog", "clauses", "--json"]) == exits.DONE
    told = json.loads(capsys.readouterr().out)
    (row,) = [row for row in told["clauses_without_indicator"] if row["clause"] == UNMEASURED]

    assert row["ledgers"] == ["campaign_totals"]
    assert "实施方案" in row["sentence"]
    assert told["indicators_without_clause"] == []
