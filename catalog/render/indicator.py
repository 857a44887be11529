"""dbt: one model per indicator that counts its rows, and one that gathers them; the figures themselves are made of it by hand (`fct_indicator`)."""

from collections.abc import Iterator
from pathlib import Path

from catalog.catalog import Catalog
from catalog.indicator import Indicator
from catalog.render.rendered import Rendered, fill, header
from catalog.rule import Rule

FOLDER = Path("dbt_project/models/results/indicators")
REGISTER = "fct_return"


def render(catalog: Catalog) -> Iterator[Rendered]:
    """`int_indicator_<id>.sql` and `.yml` for each declared indicator, and `int_indicator_count` over all of them."""
    for indicator in catalog.indicators.values():
        facts = {
            "header": header(f"indicators/{indicator.id}.yml"),
            "indicator": indicator,
            "asked": asked(indicator),
            "blocking": blocking(indicator, catalog),
            "counts": counts(indicator, catalog),
        }
        for suffix in ("sql", "yml"):
            yield Rendered(FOLDER / f"int_indicator_{indicator.id}.{suffix}", fill(f"indicator.{suffix}.jinja", **facts))
    for suffix in ("sql", "yml"):
        text = fill(f"indicator_count.{suffix}.jinja", header=header("indicators"), indicators=list(catalog.indicators))
        yield Rendered(FOLDER / f"int_indicator_count.{suffix}", text)


def asked(indicator: Indicator) -> str:
    """SQL: the rows an indicator is asked of; of the register only the returns of its own ledgers."""
    if indicator.of != REGISTER:
        return indicator.among
    ledgers = ", ".join(f"'{ledger}'" for ledger in indicator.ledgers)
    return f"ledger in ({ledgers}) and ({indicator.among})"


def blocking(indicator: Indicator, catalog: Catalog) -> Rule | None:
    """A rule that keeps records of the indicator's fact from counting; None where no rule does. All rules of a fact name its records by one key."""
    return next((rule for rule in catalog.rules.values() if rule.of == indicator.of and rule.severity == "block"), None)


def counts(indicator: Indicator, catalog: Catalog) -> str:
    """SQL: whether a row counts; null where that cannot be read, and where the record is blocked."""
    asked_of = {"fact_key is null": blocking(indicator, catalog) is not None, f"{indicator.sums} is not null": indicator.sums is not None}
    conditions = [condition for condition, is_asked in asked_of.items() if is_asked]
    return f"case when {' and '.join(conditions)} then {indicator.counts} end" if conditions else indicator.counts
