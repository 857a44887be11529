"""What a mechanism may look at beside the entry that it spoils."""

from dataclasses import dataclass, field

from synthetic.chance import Chance
from synthetic.defects.declared import Kind
from synthetic.filing.entry import Entry, Value


@dataclass(frozen=True)
class Beside:
    """What is known of the office: who left, which townships are others', what it filed before, and how many times the declared mistakes it makes."""

    departed: tuple[str, ...]
    foreign_townships: tuple[str, ...]
    earlier: tuple[Entry, ...]
    mistakes: float


@dataclass(frozen=True)
class Spoil:
    """One kind at work in one return. `kept`: a value that several entries are given, once the first has it."""

    name: str
    kind: Kind
    column: str
    chance: Chance
    beside: Beside
    kept: dict[str, Value] = field(default_factory=dict)
