"""Published figures of one indicator, with their coverage."""

from datetime import date
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from fengqiao.home import Office
from fengqiao.published import rows, where

SQL = """
    select unit_code, period, numerator, denominator, value, target_ratio, target_on, distance_ratio, distance_count,
        unreadable, blocked, returns_expected, returns_received, carried_forward
    from fct_indicator where {condition} order by period, unit_code
"""


class Figure(BaseModel):
    """One row of `fct_indicator`. No numerator: nobody has filed, which is not zero."""

    model_config = ConfigDict(frozen=True)

    unit_code: str
    period: str
    numerator: int | None
    denominator: int | None
    value: Decimal | None
    target_ratio: Decimal | None = None
    target_on: date | None = None
    distance_ratio: Decimal | None = None
    distance_count: int | None = None
    unreadable: int | None
    blocked: int | None = None
    returns_expected: int
    returns_received: int
    carried_forward: int | None


def figures(office: Office, indicator: str, period: str | None, unit: str | None) -> list[Figure]:
    """The rows of an indicator, of one period and one unit where named."""
    condition, parameters = where(indicator=indicator, period=period, unit_code=unit)
    return rows(office, Figure, SQL.format(condition=condition), *parameters)
