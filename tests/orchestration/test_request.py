"""What a run is asked for survives its way through the tags of the run."""

from datetime import date, datetime

import pytest

from orchestration.request import By, Request
from warehouse.event import CHINA

PAST = datetime(2023, 5, 6, 23, 59, 59, tzinfo=CHINA)


@pytest.mark.parametrize(
    "request_",
    [
        Request(),
        Request(By.COMMAND, today=date(2023, 7, 6)),
        Request(By.COMMAND, as_of=PAST),
        Request(By.COMMAND, districts=("150203", "150200-BJ"), periods=("2023-04", "2023-04/2023-05")),
    ],
)
def test_a_request_reads_back_from_its_tags(request_: Request) -> None:
    """Nothing asked for is lost, nothing is added."""
    assert Request.of(request_.tags) == request_


def test_a_run_launched_from_the_page_states_nothing() -> None:
    """Tags of others are not ours: the page asks for the path as it is."""
    assert Request.of({"dagster/run_key": "x"}) == Request(By.PAGE)


def test_a_tag_that_is_no_date_stops_the_run() -> None:
    """A typing error on the page is not taken for today."""
    with pytest.raises(ValueError, match="6 July"):
        Request.of({"fengqiao/today": "6 July"})


def test_a_past_day_is_seen_with_the_due_days_of_then() -> None:
    """As of 6 May, May's return is not due yet; unless another day is named."""
    assert Request(as_of=PAST).day == date(2023, 5, 6)
    assert Request(as_of=PAST, today=date(2023, 7, 6)).day == date(2023, 7, 6)
