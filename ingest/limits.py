"""What a file may cost before it is refused, so that no file can take the time, the memory or the disk of its neighbours."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """The sizes of a file that is still read. Seconds and memory of the worker that reads it are limits of the pool."""

    file_bytes: int = 50 * MEGABYTE  # a city year of the longest ledger, 44 000 rows, takes 7 MB
    unpacked_bytes: int = 400 * MEGABYTE  # all parts of a workbook that are looked at; that ledger takes 90 MB
    unpacked_ratio: int = 200  # sheets of repeated rows reach 100; deflate itself ends at 1032
    unpacked_harmless: int = 20 * MEGABYTE  # below this no ratio is dangerous: a thousand empty styled rows are not a bomb
    members: int = 10_000  # files in one archive; a workbook has dozens, one with many pictures hundreds
    sheets: int = 250  # a year has 53 weeks, the city 11 units
    rows: int = 200_000  # down to the last filled one; between a ledger and a word in row 1 048 576 lie a million empty rows
    cells: int = 5_000_000  # rows × columns of all used areas; they are laid out densely, some 50 bytes a cell
