"""Which ledgers are filed, from which truth."""

from collections.abc import Callable, Iterable

from catalog.period import Period
from synthetic.city.district import District
from synthetic.filing import dispute
from synthetic.filing.entry import Entry

Source = Callable[[District, Period], Iterable[Entry]]

SOURCES: dict[str, Source] = {"dispute": dispute.entries}
