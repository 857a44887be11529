"""The grid in which landing is kept and shown: reporting unit × month. Other cadences stand under the month of their first day."""

import dagster as dg

from catalog.declared import BEGINNING
from catalog.unit import Units

MONTH = "%Y-%m"


def grid(units: Units) -> dg.MultiPartitionsDefinition:
    """The partitions of every landing asset."""
    return dg.MultiPartitionsDefinition(
        {
            "district": dg.StaticPartitionsDefinition([unit.code for unit in units.reporting]),
            "month": dg.MonthlyPartitionsDefinition(BEGINNING.strftime(MONTH), fmt=MONTH, timezone="Asia/Shanghai", end_offset=1),
        }
    )


def key(district: str, month: str) -> dg.MultiPartitionKey:
    """One square of the grid."""
    return dg.MultiPartitionKey({"district": district, "month": month})
