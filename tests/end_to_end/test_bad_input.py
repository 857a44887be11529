"""Files that are no return: each gets its answer, and none stops the others."""

import shutil

import pytest

from tests.end_to_end.city import KUN_APRIL_CORRECTED, SAMPLES, City

DISTRICT = "昆都仑区"
GOOD = SAMPLES / "inbox" / KUN_APRIL_CORRECTED


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> tuple[City, dict[str, str]]:
    """A good workbook among bad files, run once; with each file's receipt."""
    city = City.founded(tmp_path_factory.mktemp("bad") / "data", [KUN_APRIL_CORRECTED])
    inbox = city.home / "inbox" / DISTRICT
    (inbox / "空文件.xlsx").write_bytes(b"")
    (inbox / "半截.xlsx").write_bytes(GOOD.read_bytes()[: GOOD.stat().st_size * 6 // 10])
    (inbox / "其实是文本.xlsx").write_text("序号,单位\n1,昆北街道\n", encoding="utf-8")
    shutil.copyfile(SAMPLES / "inbox" / "达尔罕茂明安联合旗" / "表彰决定.docx", inbox / "表彰决定.docx")
    city.quiet()
    city.run(ends=None)
    return city, {name: text for name, text in city.receipts().items() if DISTRICT in name}


def test_the_good_one_counts(answered: tuple[City, dict[str, str]]) -> None:
    """Bad neighbours change nothing about it."""
    city, _ = answered

    assert city.figure("disputes_found", "150203", "2023-04")["numerator"] == 34


@pytest.mark.parametrize("name", ["空文件", "半截", "其实是文本", "表彰决定", "更正"])
def test_every_file_has_its_receipt(answered: tuple[City, dict[str, str]], name: str) -> None:
    """A receipt each, also for what cannot be read."""
    _, receipts = answered

    assert [text for file, text in receipts.items() if name in file or name in text]


def test_a_receipt_names_no_citizen(answered: tuple[City, dict[str, str]]) -> None:
    """Not even one that stands in a wrong cell."""
    _, receipts = answered

    assert "格日勒托娅" not in "".join(receipts.values())
