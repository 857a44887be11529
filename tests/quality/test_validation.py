"""What Great Expectations says of an expectation, and what is made of it."""

import pytest
from great_expectations.core import ExpectationValidationResult
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

from catalog.catalog import load
from quality.suites import suite
from quality.validation import Incomplete, Verdict, judged, raised

NESTED = {"MetricConfigurationID(metric_name='column_values.between')": {"exception_message": "no such column", "raised_exception": True}}


def result(listed: int, counted: int, exception_info: object = None) -> ExpectationValidationResult:
    """An answer that lists some failing rows and counts some."""
    rows = [{"unit_code": str(number), "period": "2023-04", "plan_given": 0.5} for number in range(listed)]
    return ExpectationValidationResult(
        success=False,
        expectation_config=ExpectationConfiguration(type="expect_column_values_to_be_between", kwargs={"column": "plan_given"}),
        exception_info=exception_info or {"raised_exception": False},
        result={"unexpected_index_list": rows, "unexpected_count": counted},
    )


@pytest.mark.parametrize("info", [{"raised_exception": True}, NESTED, {"a": {"b": NESTED}}])
def test_an_exception_is_seen_however_deep_it_stands(info: dict[str, object]) -> None:
    """It is nested under the metrics that raised."""
    assert raised(info)


@pytest.mark.parametrize("info", [{"raised_exception": False, "exception_message": None}, {}, None])
def test_no_exception_is_none(info: object) -> None:
    """An expectation that ran says so."""
    assert not raised(info)


def test_what_raised_has_no_verdict() -> None:
    """It looks like a failure, and is none."""
    assert list(judged([result(0, 0, NESTED)])) == []


def test_a_verdict_names_its_failing_units() -> None:
    """By unit and period."""
    assert list(judged([result(2, 2)])) == [("plan_given", Verdict(frozenset({("0", "2023-04"), ("1", "2023-04")})))]


def test_a_list_cut_off_is_an_error() -> None:
    """Thirty counted and twenty listed: who the others are is not guessed."""
    with pytest.raises(Incomplete, match="30 rows fail, 20 are listed"):
        list(judged([result(20, 30)]))


def test_a_suite_has_one_expectation_for_each_promise() -> None:
    """With its threshold, severity, clause and sentence."""
    ledger = load().ledgers["dispute"]

    made = {one.column: one for one in suite(ledger).expectations}

    assert list(made) == [promise.id for promise in ledger.promises]
    assert {(made[one.id].min_value, made[one.id].severity.value, made[one.id].description, made[one.id].meta["clause"]) for one in ledger.promises} == {
        (one.at_least, one.severity, one.sentence, one.clause) for one in ledger.promises
    }
