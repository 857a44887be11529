"""The words by which persons and organisations in one cell are told apart and from each other. Only what is sure is split; the rest stays whole."""

import re
from functools import cached_property

from pydantic import Field

from catalog.declared import Model


class PersonWords(Model):
    """How offices write several parties into one cell."""

    separators: tuple[str, ...] = Field(description="Signs between parties; the first one joins their masks.")
    joins: tuple[str, ...] = Field(description="Words between parties that stand in no name: split where both sides can be names.")
    doubtful_joins: tuple[str, ...] = Field(
        description="Words between parties that stand in names too (布和托娅): split between organisations and names with a surname."
    )
    and_others: tuple[str, ...] = Field(description="Words for parties that are not named: 张三等5人; they and what follows do not belong to the name.")
    quantities: str = Field(description="The characters of a number of others.")
    counters: tuple[str, ...] = Field(description="What may follow the number of those not named.")
    surnames: str = Field(description="Common surnames of one character.")
    compound_surnames: tuple[str, ...]
    organisations: tuple[str, ...] = Field(description="Words at the end of an organisation's name.")

    @cached_property
    def separator(self) -> re.Pattern[str]:
        """Any sign between parties."""
        return re.compile("|".join(map(re.escape, self.separators)))

    @cached_property
    def unnamed(self) -> re.Pattern[str]:
        """What stands behind a name for those who are not named."""
        others, counters = "|".join(self.and_others), "|".join(self.counters)
        return re.compile(rf"(?<=..)(?:{others})(?:\d+|[{self.quantities}]+)?(?:{counters})*$")

    @cached_property
    def any_surname(self) -> tuple[str, ...]:
        """Every surname."""
        return (*self.surnames, *self.compound_surnames)
