"""Number formats: some show another thing than the value."""

import pytest

from ingest.number_format import tells


@pytest.mark.parametrize(
    "code",
    ["0%", "0.00%", "000000", "0!.0,", '0"万元"', "#,##0,", '0.00,"千"', 'yyyy"年"m"月"', "mmm-yy", "[$-804]aaaa", "[$-409]dddd", 'General"件"'],
)
def test_a_format_that_shows_something_else_tells_something(code: str) -> None:
    """Percent, leading zeros, units, scales, months without a day, days of the week."""
    assert tells(code)


@pytest.mark.parametrize(
    "code",
    [
        *("General", "0", "0.00", "#,##0", "#,##0.00", "#,##0.00_);[Red](#,##0.00)", '_ "¥"* #,##0.00_ ', "@", ""),
        *("yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "m/d/yy h:mm", "h:mm:ss", "[h]:mm"),
    ],
)
def test_a_format_that_only_decorates_tells_nothing(code: str) -> None:
    """Decimals, thousands, colours, whole days, times, the sign of the yuan."""
    assert not tells(code)
