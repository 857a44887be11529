"""The search in a sheet's bytes says what a walk through its elements says."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.cells import Merged, letters
from ingest.sheet_xml import NEAR, SMALL, Extent, SheetXml
from tests.ingest.made_workbooks import sheet

STYLES = {2: "0%", 12: "000000"}
CONTENTS = st.sampled_from(
    [
        ("", "<v>5</v>"),
        (' t="str"', "<f>A1</f><v></v>"),
        (' t="e"', "<v>#N/A</v>"),
        (' t="e"', "<f>1/0</f><v>#DIV/0!</v>"),
        ("", "<f>A1&gt;0</f>"),
        ("", '<f t="shared" si="0"/><v/>'),
        ("", '<f t="shared" ref="A1:A9" si="0">B1</f><v></v>'),
        ("", "<f>A1+1</f><v>7</v>"),
        (' t="inlineStr"', "<is><t>甲 hidden 乙</t></is>"),
    ]
)


@st.composite
def rows(draw: st.DrawFn) -> str:
    """Some rows as Excel writes them: every cell with its address, some styled, some without content."""
    written = []
    for row in draw(st.lists(st.integers(1, 300), max_size=6, unique=True).map(sorted)):
        hidden = draw(st.sampled_from(["", ' hidden="1"', ' hidden="0"', ' spans="1:3" hidden="true"']))
        cells = []
        for column in draw(st.lists(st.integers(1, 60), max_size=4, unique=True).map(sorted)):
            style = draw(st.sampled_from(["", ' s="1"', ' s="2"', ' s="12"']))
            kind, content = draw(CONTENTS)
            cells.append(f'<c r="{letters(column)}{row}"{style}{kind}>{content}</c>' if draw(st.booleans()) else f'<c r="{letters(column)}{row}"{style}/>')
        written.append(f'<row r="{row}"{hidden}>{"".join(cells)}</row>')
    return "".join(written)


@given(rows())
def test_search_and_walk_agree(written: str) -> None:
    """Hidden rows, formulas without a result, errors, formats."""
    part = SheetXml(sheet(written).encode())

    assert part.is_usual
    assert part.searched(STYLES) == part.walked(STYLES)


@given(rows())
def test_each_measure_is_closer_than_the_one_before(written: str) -> None:
    """The cheap one never says less than there is."""
    part = SheetXml(sheet(written).encode())
    at_most, cells, values = part.extent_at_most(), part.extent_of_cells(), part.extent_of_values()

    assert (at_most.rows, at_most.columns) >= (cells.rows, cells.columns)
    assert cells.area >= values.area


def test_a_long_sheet_of_few_columns_is_not_measured_to_the_cell() -> None:
    """A bound is enough where it lies within the limits."""
    part = SheetXml(sheet("".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, SMALL // 30))).encode())

    assert part.extent_at_most() == NEAR
    assert part.extent_of_cells() == Extent(SMALL // 30 - 1, 1)


def test_another_spelling_is_walked_and_says_the_same() -> None:
    """Single quotes, prefixes, cells without an address: nobody's workbook is read worse for its writer."""
    quoted = SheetXml(sheet("<row r='2' hidden='1'><c r='B2' s='2'><f>1</f></c></row>").encode())
    bare = SheetXml(sheet('<row><c><v>1</v></c></row><row hidden="1"><c><v>1</v></c><c s="2"><f>1</f></c></row>').encode())

    assert not quoted.is_usual
    assert not bare.is_usual
    assert quoted.details(STYLES) == bare.details(STYLES)
    assert bare.details(STYLES).unvalued_formulas == {(2, 2)}


def test_merged_ranges_are_found_behind_the_rows() -> None:
    """However the element is spelled."""
    part = SheetXml(sheet("", """<mergeCells count="2"><mergeCell ref="A1:AB2"/><mergeCell  ref = 'C3:C9'/></mergeCells>""").encode())

    assert part.merged() == (Merged(1, 1, 2, 28), Merged(3, 3, 9, 3))
