"""What is wrong with a declaration, where, and what to do about it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Fault:
    """One fault of one declaration: the file, the line (from 1), the key, what is wrong and the remedy."""

    file: Path
    line: int
    key: str
    wrong: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.key}: {self.wrong}; {self.remedy}"


class CatalogError(Exception):
    """The catalog cannot be used. Carries every fault that was found, not only the first."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))
