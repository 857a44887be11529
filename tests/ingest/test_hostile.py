"""Workbooks made to hurt: each is refused with its code, in a process that may take a gigabyte, and none of them leaves it."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.cells import Workbook
from ingest.opening import open_file
from tests.ingest.made_workbooks import MAIN, PARTS, SHEET, STRINGS, WORKBOOK, sheet, strings, workbook

RELATIONS = "xl/_rels/workbook.xml.rels"
ROOT = Path(__file__).parents[2]
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BILLION_LAUGHS = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
ONE_TEXT = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
EMPTY_MEGABYTES = 300
OPEN_ALL = """
import json, pathlib, resource, sys
from ingest.opening import open_file
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
print(json.dumps({file.name: getattr(open_file(file.read_bytes(), file.name), "code", None) for file in sorted(pathlib.Path(sys.argv[1]).iterdir())}))
"""


def cell(address: str, row: int = 1) -> str:
    """A row with one number in it."""
    return f'<row r="{row}"><c r="{address}"><v>1</v></c></row>'


def prefixed(address: str) -> str:
    """A sheet whose only cell is written under a prefix."""
    cells = f'<x:row r="1"><x:c r="{address}"><x:v>1</x:v></x:c></x:row>'
    return f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{cells}</x:sheetData></x:worksheet>'


def with_members(*names: str) -> bytes:
    """A workbook with further members of these names."""
    target = io.BytesIO(workbook())
    with zipfile.ZipFile(target, "a") as archive:
        for name in names:
            archive.writestr(name, "x")
    return target.getvalue()


def bomb() -> bytes:
    """A sheet that is next to nothing on disk."""
    return workbook({SHEET: bytes(EMPTY_MEGABYTES * 2**20)})


def crowd() -> bytes:
    """Twenty-four million cells in three megabytes."""
    rows = "".join(f'<row r="{row}">{"<c><v>1</v></c>" * 240}</row>' for row in range(1, 100_001))
    return workbook({SHEET: sheet(rows)})


def layers() -> bytes:
    """A sheet merged over and over."""
    merged = '<mergeCell ref="A1:Z9999"/>' * 10_000
    return workbook({SHEET: sheet(cell("A1") + cell("Z9999", 9999), f"<mergeCells>{merged}</mergeCells>")})


REFUSED: dict[str, tuple[bytes | Callable[[], bytes], str]] = {  # what takes seconds to make is made when it is asked for
    "zip bomb": (bomb, "bomb"),
    "a crowd of cells": (crowd, "bomb"),
    "billion laughs in a sheet": (workbook({SHEET: BILLION_LAUGHS + sheet(ONE_TEXT.format("&l9;"))}), "bomb"),
    "billion laughs in the workbook": (workbook({WORKBOOK: BILLION_LAUGHS + PARTS[WORKBOOK].replace("台账", "&l9;")}), "bomb"),
    "billion laughs in two bytes": (workbook({SHEET: (BILLION_LAUGHS + sheet(ONE_TEXT.format("&l9;"))).encode("utf-16")}), "bomb"),
    "an outside file": (workbook({SHEET: OUTSIDE + sheet(ONE_TEXT.format("&secret;"))}), "bomb"),
    "a cell at the end of the world": (workbook({SHEET: sheet(cell("A1") + cell("XFD1048576", 1_048_576))}), "bomb"),
    "a cell beyond the world": (workbook({SHEET: sheet(cell("ZZZZZZ99999999"))}), "bomb"),
    "a far cell in an odd spelling": (workbook({SHEET: sheet("<row r='1'><c  r = 'XFD1048576'><v>1</v></c></row>")}), "bomb"),
    "a far cell under a prefix": (workbook({SHEET: prefixed("XFD1048576")}), "bomb"),
    "two to the twenty rows": (workbook({SHEET: sheet(cell("A1") + cell("A1048576", 1_048_576))}), "bomb"),
    "a row without an address far down": (workbook({SHEET: sheet('<row r="4294967295"><c><v>1</v></c></row>')}), "bomb"),
    "texts without number": (workbook({STRINGS: strings("甲", attributes='uniqueCount="99999999999"')}), "bomb"),
    "merged in layers": (layers, "bomb"),
    "a way out of the archive": (with_members("../../etc/cron.d/x"), "damaged"),
    "an absolute way": (with_members("/etc/passwd"), "damaged"),
    "a way out with backslashes": (with_members("..\\..\\x"), "damaged"),
    "two parts of one name": (with_members(SHEET.upper()), "damaged"),
    "a sheet that is not there": (workbook({RELATIONS: PARTS[RELATIONS].replace("sheet1", "sheet7")}), "damaged"),
    "a sheet that breaks off": (workbook({SHEET: f'<worksheet xmlns="{MAIN}"><sheetData>{cell("A1")}'}), "damaged"),
    "a text that is not there": (workbook({SHEET: sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')}), "damaged"),
    "elements without end": (workbook({WORKBOOK: f'<workbook xmlns="{MAIN}">{"<a>" * 100_000}'}), "damaged"),
}  # fmt: skip


@pytest.fixture(scope="module")
def codes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str | None]:
    """What one process that may take a gigabyte says of all of them, one after another."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (content, _) in REFUSED.items():
        (folder / name).write_bytes(content() if callable(content) else content)
    run = subprocess.run([sys.executable, "-c", OPEN_ALL, folder], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-500:]
    return dict(json.loads(run.stdout))


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_workbook_is_refused(codes: dict[str, str | None], name: str) -> None:
    """By its code, and the process goes on to the next."""
    assert codes[name] == REFUSED[name][1]


def test_what_only_sounds_absurd_is_read() -> None:
    """A stated extent that nothing fills, a style at the end of the world, deep nesting: no reader is hurt by them."""
    declared = sheet(cell("A1")).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    styled = sheet(cell("A1") + '<row r="1048576"><c r="XFD1048576" s="0"/></row>')
    nested = sheet(f'<row r="1"><c r="A1" t="inlineStr"><is>{"<r>" * 1000}{"</r>" * 1000}</is></c></row>')
    for part in (declared, styled, nested):
        assert isinstance(open_file(workbook({SHEET: part}), "台账.xlsx"), Workbook)
