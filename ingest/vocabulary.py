"""The words of `catalog/wording.yml` and of all declared headers, brought to one spelling and ready to be asked."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from catalog.catalog import Catalog
from catalog.spelling import spelling
from ingest.cells import Value

IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
UNIT_AT_END = re.compile(r"[(\[](?:[^()\[\]:]*:)?([^()\[\]:]+)[)\]]$")  # (unit: wan yuan) as well as (wan yuan)
ENTRY = re.compile(r"^\(?[^():]{2,8}(?:\([^()]*\))?:")  # a word and a colon open an entry: who files, when, in what unit
SHORT = 12  # characters; words that add up rows, and examples, are no longer
BESIDE_TOTAL = 6  # characters that may stand before the word: of whom it is the total


@dataclass(frozen=True)
class Vocabulary:
    """What a cell's text says by its words alone."""

    catalog: Catalog

    @cached_property
    def _totals(self) -> tuple[str, ...]:
        return spelled(self.catalog.wording.totals)

    @cached_property
    def _strokes(self) -> frozenset[str]:
        return frozenset(spelled(self.catalog.wording.strokes))

    @cached_property
    def _notes(self) -> tuple[str, ...]:
        return spelled(self.catalog.wording.notes)

    @cached_property
    def _hints(self) -> tuple[str, ...]:
        return spelled(self.catalog.wording.hints)

    @cached_property
    def _samples(self) -> tuple[str, ...]:
        return spelled(self.catalog.wording.samples)

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(spelled(tuple(key for keys in self.catalog.wording.info_keys.values() for key in keys)))

    @cached_property
    def _entry(self) -> re.Pattern[str]:
        longest_first = sorted(self._keys, key=len, reverse=True)
        return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?:\([^()]*\))?:")

    @cached_property
    def _nil(self) -> tuple[str, ...]:
        return spelled(self.catalog.wording.nil)

    @cached_property
    def _units(self) -> dict[str, str]:
        return {spelling(written): unit for written, unit in self.catalog.wording.units_of_measure.items()}

    @cached_property
    def _headers(self) -> frozenset[str]:
        ledgers = self.catalog.ledgers.values()
        combined = (spelling(header) for ledger in ledgers for column in ledger.combined for header in column.headers)
        return frozenset(header for ledger in ledgers for header in ledger.by_header).union(combined)

    @cached_property
    def _header_words(self) -> tuple[str, ...]:
        return spelled(self.catalog.wording.header_words)

    @cached_property
    def _row_numbers(self) -> frozenset[str]:
        return frozenset(spelled(self.catalog.wording.row_numbers))

    @cached_property
    def _measures(self) -> tuple[str, ...]:
        return spelled(self.catalog.wording.measures)

    def is_total(self, value: Value) -> bool:
        """Whether a cell names the sum of other rows."""
        if not isinstance(value, str) or len(value) > 2 * SHORT:
            return False
        text = IN_BRACKETS.sub("", compared(value)).rstrip(":")
        return any(text.endswith(total) and len(text) <= len(total) + BESIDE_TOTAL for total in self._totals)

    def is_stroke(self, value: Value) -> bool:
        """Whether a cell says that nothing was filed in it."""
        return isinstance(value, str) and len(value) <= SHORT and compared(value) in self._strokes

    def is_note(self, text: str) -> bool:
        """Whether a text opens as a note below a table does."""
        return compared(text).startswith(self._notes)

    def is_remark(self, text: str) -> bool:
        """Whether a text opens as a note does and says neither who files nor when."""
        return self.is_note(text) and not self._entry.search(compared(text))

    def is_hint(self, text: str) -> bool:
        """Whether a text tells the clerk how to fill in."""
        return compared(text).startswith(self._hints)

    def is_sample(self, value: Value) -> bool:
        """Whether a cell marks its row as an example."""
        return isinstance(value, str) and len(value) <= SHORT and (compared(value).startswith(self._samples) or f"{compared(value)}:" in self._samples)

    def is_entry(self, text: str) -> bool:
        """Whether a text is an entry of an info row: a word and a colon at its beginning, or one of the usual words further on."""
        return bool(ENTRY.match(compared(text)) or self._entry.search(compared(text)))

    def is_key(self, value: Value) -> bool:
        """Whether a cell is the word of an entry whose value stands in the next cell."""
        return isinstance(value, str) and compared(value).rstrip(":") in self._keys

    def opens_signatures(self, text: str) -> bool:
        """Whether a text begins with who filed, checked or signed, and a colon."""
        return bool(self._entry.match(compared(text)))

    def says_nil(self, text: str) -> bool:
        """Whether a text says that there is nothing to report."""
        return any(word in compared(text) for word in self._nil)

    def is_unit(self, value: Value) -> bool:
        """Whether a cell is a unit of measure and nothing else."""
        return isinstance(value, str) and compared(value) in self._units

    def unit(self, text: str) -> str | None:
        """The unit that a text is, or that stands in brackets at its end."""
        bracketed = UNIT_AT_END.search(compared(text))
        return self._units.get(bracketed[1] if bracketed else compared(text))

    def is_known_header(self, text: str) -> bool:
        """Whether a text is a declared header, or ends as headers do."""
        bare = IN_BRACKETS.sub("", compared(text))
        return compared(text) in self._headers or bare in self._headers or bare.endswith(self._header_words)

    def is_row_number(self, text: str) -> bool:
        """Whether a header is that of the column that only counts the rows."""
        return compared(text) in self._row_numbers

    def is_measure(self, value: Value) -> bool:
        """Whether a cell names something that is counted."""
        return isinstance(value, str) and compared(value).endswith(self._measures)

    def names_instructions(self, text: str) -> bool:
        """Whether a sheet's name, or its first line, announces instructions."""
        return compared(text).rstrip(":") in spelled(self.catalog.wording.instruction_sheets)

    def names_code_list(self, text: str) -> bool:
        """Whether a sheet's name announces a list of codes."""
        return compared(text) in spelled(self.catalog.wording.code_list_sheets)


@lru_cache(maxsize=50_000)  # the cells that are asked about repeat: types, places, states
def compared(text: str) -> str:
    """A text as it is compared."""
    return spelling(text)


@lru_cache(maxsize=100)
def spelled(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words as they are compared."""
    return tuple(map(spelling, words))
