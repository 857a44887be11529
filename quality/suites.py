"""A Great Expectations suite for each ledger, made from the promises it declares: one promise, one expectation on one column of the grid."""

from great_expectations import ExpectationSuite
from great_expectations.expectations import Expectation, ExpectColumnValuesToBeBetween
from great_expectations.expectations.metadata_types import FailureSeverity

from catalog.ledger import Ledger, Promise

WHOLE = 1.0  # a share above it, or one that is no number, is no kept promise either


def suite(ledger: Ledger) -> ExpectationSuite:
    """The suite of a ledger; empty when it promises nothing."""
    return ExpectationSuite(name=ledger.id, expectations=[expectation(promise) for promise in ledger.promises])


def expectation(promise: Promise) -> Expectation:
    """The expectation of a promise: the share reaches its threshold in every unit and period. Null, where nothing was filed, is not asked."""
    return ExpectColumnValuesToBeBetween(
        column=promise.id,
        min_value=promise.at_least,
        max_value=WHOLE,
        severity=FailureSeverity(promise.severity),
        description=promise.sentence,
        meta={"clause": promise.clause, "title": promise.title},
    )
