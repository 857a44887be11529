"""What is journalled has ids that follow from it, Chinese times, and no field that nobody knows."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from warehouse.event import Received, TableRead, VersionKeys
from warehouse.journal import EVENT
from warehouse.version_keys import differing


def test_a_delivery_is_known_by_what_it_is() -> None:
    """The same moment in another zone is the same delivery; other bytes are another."""
    first = Received.of("150203", "昆都仑区/a.xlsx", "0" * 64, 1, datetime.fromisoformat("2023-05-05T10:12:00+08:00"))
    same = Received.of("150203", "昆都仑区/a.xlsx", "0" * 64, 1, datetime(2023, 5, 5, 2, 12, tzinfo=UTC))
    other = Received.of("150203", "昆都仑区/a.xlsx", "1" * 64, 1, datetime(2023, 5, 5, 2, 12, tzinfo=UTC))

    assert first == same
    assert first.submission_id != other.submission_id
    assert len(first.submission_id) == 16
    assert '"received_at":"2023-05-05T10:12:00+08:00"' in first.model_dump_json()
    assert EVENT.validate_json(first.model_dump_json()) == first


def test_a_time_without_a_zone_is_refused() -> None:
    """Nobody guesses which clock was meant."""
    with pytest.raises(ValidationError, match="timezone"):
        Received(submission_id="s", district="150203", path="a", sha256="0", size=1, received_at=datetime(2023, 5, 5))  # noqa: DTZ001 -- that is the point


def test_a_field_of_a_newer_version_is_not_passed_over() -> None:
    """Half an event is worse than none."""
    with pytest.raises(ValidationError, match="mood"):
        EVENT.validate_json('{"kind":"pinned","version":null,"mood":"good"}')


def test_what_counts_has_a_file() -> None:
    """An accepted table without a landing file cannot be journalled; a returned one may lack everything."""
    with pytest.raises(ValidationError, match="landing file"):
        TableRead(number=1, ledger="dispute", unit_code="150203", period="2023-04", period_from=None, period_to=None, verdict="accepted")
    TableRead(number=1, ledger=None, unit_code=None, period=None, period_from=None, period_to=None, verdict="returned")


def test_a_version_is_named_by_its_keys() -> None:
    """One other key, another version; and which keys differ can be told. The day alone is another version and no difference to act on."""
    keys = VersionKeys(readings="r", decisions="d", catalog="c", code="o", obligations="b@2023-07-06")
    decided = keys.model_copy(update={"decisions": "e"})
    next_day = keys.model_copy(update={"obligations": "b@2023-07-07"})

    assert len({keys.version, decided.version, next_day.version}) == 3
    assert differing(decided, keys) == ("decisions",)
    assert differing(next_day, keys) == ()
    assert len(differing(keys, None)) == 5
