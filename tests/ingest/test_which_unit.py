"""Which unit: rows outrank words, words the folder, and every contradiction is kept."""

from collections.abc import Sequence

import pytest

from ingest.problems import Place
from ingest.statements import Source, Statement
from ingest.which_unit import UnitFound, unit_in, which_unit
from tests.ingest.filed_tables import CATALOG

UNITS = CATALOG.units
KUN = ("昆北街道", "昆工路", "卜尔汉图镇")


def unit(places: Sequence[str] = (), *said: tuple[Source, str], folder: str | None = None) -> UnitFound:
    """The unit found for places, statements and a folder."""
    return which_unit(places, tuple(Statement(source, text, Place()) for source, text in said), folder, UNITS)


def code(found: UnitFound) -> str | None:
    """The code of the unit found."""
    return found.unit.code if found.unit else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("昆都仑区2023年4月矛盾纠纷台账", "150203"), ("昆区4月", "150203"), ("土右旗4月份突出矛盾纠纷台账", "150221"),
        ("达尔罕茂明安联合旗司法局（盖章）", "150223"), ("昆北街道4月调解案件登记表", "150203"), ("包头市昆都仑区司法局", "150203"),
        ("包头市司法局矛盾纠纷台账", "150200-BJ"), ("昆区、青山区", None), ("矛盾纠纷台账", None),
    ],
    ids=repr,
)  # fmt: skip
def test_a_text_names_a_unit(text: str, found: str | None) -> None:
    """Itself, by its office, or by one of its townships; two of them name none."""
    named = unit_in(text, UNITS)
    assert (named.code if named else None) == found


def test_the_folder_tells_when_nothing_else_does() -> None:
    """A workbook without a word about who filed it."""
    assert code(unit(folder="150203")) == "150203"
    assert code(unit()) is None


def test_words_outrank_the_folder() -> None:
    """And the folder is said to be another's."""
    found = unit([], ("title", "土右旗4月台账"), folder="150203")
    assert (code(found), found.is_elsewhere) == ("150221", True)


def test_rows_outrank_words() -> None:
    """The title that names another unit contradicts."""
    found = unit(KUN, ("title", "青山区2023年4月矛盾纠纷台账"), folder="150203")
    assert (code(found), found.is_elsewhere) == ("150203", False)
    assert [(statement.source, other.code) for statement, other in found.contradicting] == [("title", "150204")]


def test_a_few_wrong_places_do_not_move_a_return() -> None:
    """One township of 青山区 among ours, or one or two rows in all."""
    assert code(unit([*KUN, "青福镇"], ("title", "昆区4月台账"))) == "150203"
    assert code(unit(["青福镇"], ("title", "昆区4月台账"))) == "150203"


def test_the_citys_own_office_files_matters_of_all_districts() -> None:
    """Its rows lie in the districts; the return is its own."""
    assert code(unit(KUN, ("info", "包头市司法局"))) == "150200-BJ"


def test_a_name_shared_within_a_district_tells_the_district() -> None:
    """石拐 is a district and a street of it."""
    assert code(unit(["石拐"] * 3)) == "150205"
