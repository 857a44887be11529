"""The returns register as it was published: who owes what, and in which state it is."""

from collections import Counter
from datetime import UTC, date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict

from fengqiao.home import Office
from fengqiao.published import rows, where
from warehouse.event import CHINA

ChinaTime = Annotated[datetime, AfterValidator(lambda moment: moment.replace(tzinfo=UTC).astimezone(CHINA))]  # published tables keep UTC
State = Literal["filed", "nil", "late", "returned", "missing", "not_due", "exempt"]

SQL = """
    with first_received as (
        select submission_id, min(received_at) as received_at from fct_submission group by submission_id
    )

    select
        depth, unit_code, ledger, period, due_on, state, submission_ids, problems, carried_from, note,
        (select min(f.received_at) from first_received as f where list_contains(fct_return.submission_ids, f.submission_id)) as received_at
    from fct_return where {condition} order by ledger, period, depth desc, unit_code
"""


class Return(BaseModel):
    """One obligation. `depth`: the file of an office, or what it must contain of each township."""

    model_config = ConfigDict(frozen=True)

    depth: Literal["file", "content"]
    unit_code: str
    ledger: str
    period: str
    due_on: date
    state: State
    submission_ids: tuple[str, ...] | None
    received_at: ChinaTime | None
    problems: int | None
    carried_from: str | None
    note: str | None


def returns(office: Office, ledger: str | None, period: str | None, district: str | None) -> list[Return]:
    """The obligations, of one ledger, period and district where named."""
    condition, parameters = where(ledger=ledger, period=period, district_code=district)
    return rows(office, Return, SQL.format(condition=condition), *parameters)


def summary(found: list[Return]) -> dict[str, int]:
    """How many files are in each state."""
    return dict(Counter(one.state for one in found if one.depth == "file"))
