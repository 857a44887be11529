"""dbt: one model per fact that counts its rows for each indicator that asks it, and one that gathers them; `fct_indicator` makes the figures of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from catalog.catalog import Catalog
from catalog.indicator import Indicator
from catalog.render.rendered import Rendered, fill, header
from catalog.rule import Rule

FOLDER = Path("dbt_project/models/results/indicators")
REGISTER = "fct_return"


@dataclass(frozen=True)
class Question:
    """What one indicator asks of its fact, in SQL over the fact's columns."""

    indicator: Indicator
    blocking: Rule | None

    @property
    def asked(self) -> str:
        """The rows it is asked of; of the register only the returns of its own ledgers."""
        if self.indicator.of != REGISTER:
            return self.indicator.among
        ledgers = ", ".join(f"'{ledger}'" for ledger in self.indicator.ledgers)
        return f"ledger in ({ledgers}) and ({self.indicator.among})"

    @property
    def counts(self) -> str:
        """Whether a row counts; null where that cannot be read, and where the record is blocked."""
        added = tuple(column for column in (self.indicator.sums, self.indicator.over) if column)
        conditions = [*(["fact_key is null"] if self.blocking else []), *(f"{column} is not null" for column in added)]
        return f"case when {' and '.join(conditions)} then {self.indicator.counts} end" if conditions else self.indicator.counts

    @property
    def period(self) -> str:
        """The period in which a row counts."""
        if self.indicator.dated_by:
            return f"coalesce({self.period_of(self.indicator.dated_by)}, {self.period_of('period_to')})"
        return self.indicator.period_column

    def period_of(self, day: str) -> str:
        """The month or year of a date, as periods are written: 2023-04, 2023."""
        return f"substring(cast({day} as string), 1, {7 if self.indicator.per == 'month' else 4})"


def render(catalog: Catalog) -> Iterator[Rendered]:
    """`int_indicator_<fact>.sql` and `.yml` for each fact that an indicator asks, and `int_indicator_count` over all of them."""
    questions = sorted((Question(one, blocking(one, catalog)) for one in catalog.indicators.values()), key=lambda question: question.indicator.of)
    asked = {fact: list(own) for fact, own in groupby(questions, lambda question: question.indicator.of)}
    for fact, own in asked.items():
        facts = {"header": header("indicators"), "fact": fact, "questions": own, "blocking": own[0].blocking, "states": states(own)}
        for suffix in ("sql", "yml"):
            yield Rendered(FOLDER / f"int_indicator_{fact}.{suffix}", fill(f"indicator.{suffix}.jinja", **facts))
    for suffix in ("sql", "yml"):
        yield Rendered(FOLDER / f"int_indicator_count.{suffix}", fill(f"indicator_count.{suffix}.jinja", header=header("indicators"), facts=list(asked)))


def states(questions: list[Question]) -> str | None:
    """The ledger whose rosters say since when the fact's states hold; None where it has no states."""
    return next((question.indicator.ledgers[0] for question in questions if question.indicator.valid_on), None)


def blocking(indicator: Indicator, catalog: Catalog) -> Rule | None:
    """A rule that keeps records of the indicator's fact from counting; None where no rule does. All rules of a fact name its records by one key."""
    return next((rule for rule in catalog.rules.values() if rule.of == indicator.of and rule.severity == "block"), None)
