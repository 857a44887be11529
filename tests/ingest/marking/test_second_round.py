"""A marked copy that comes back and is marked again: what is right now is clean, what is wrong still is marked, the office's own stays."""

from openpyxl import Workbook

from tests.ingest.marking.test_patching import noted_by_the_office
from tests.ingest.marking.workbooks import NOTE, WORDS, colour, line, mark, marked, note, opened, packed, parts, plain, saved, styled, text


def test_what_was_put_right_is_clean_again() -> None:
    """Fill and note are gone where nothing is wrong any more; there is still one list in front."""
    once = marked(saved(styled(plain())), mark(), mark(row=5))
    twice = opened(marked(once, mark(row=5)))
    assert (colour(twice, "B3"), note(twice, "B3")) == (None, None)
    assert (colour(twice, "B5"), note(twice, "B5")) == (WORDS.colours["block"], NOTE)
    assert twice.sheetnames == ["先改这几处", "台账"]


def test_a_cell_has_its_own_fill_again() -> None:
    """The head's grey, also in a copy that another program saved; a marked cell remembers it over another round."""
    content = saved(styled(plain()))
    twice = marked(marked(content, mark(row=1), mark()), mark(row=1))
    assert colour(opened(twice), "B1") == WORDS.colours["block"]
    thrice = marked(saved(opened(twice)), mark())
    assert colour(opened(thrice), "B1") == "FFD9E1F2"
    assert opened(thrice)["台账"]["B1"].font.b


def test_a_cell_that_was_moved_is_left_without_a_fill() -> None:
    """Nobody knows any more what it was."""
    moved = opened(marked(saved(styled(plain())), mark(row=1)))
    moved["台账"].insert_rows(1)
    assert colour(opened(marked(saved(moved), mark(row=4))), "B2") is None


def test_what_somebody_wrote_into_the_hidden_column_enters_no_style() -> None:
    """It must be a fill and nothing else."""
    once = opened(marked(saved(styled(plain())), mark(row=1)))
    once["先改这几处"]["J1"] = "fills\n</Q:fills><Q:evil/><Q:fills>|B1|台账"
    twice = marked(saved(once), mark())
    assert colour(opened(twice), "B1") is None
    assert "evil" not in text(parts(twice), "xl/styles.xml")


def test_marking_the_same_again_changes_nothing_any_more() -> None:
    """The second round may leave a format that nobody uses; the third is the second."""
    content = saved(styled(plain()))
    twice = parts(marked(marked(content)))
    thrice = parts(marked(marked(marked(content))))
    assert twice == thrice


def test_the_offices_own_note_is_left_as_it_was() -> None:
    """Ours is cut off behind it."""
    content = noted_by_the_office()
    twice = opened(marked(marked(content, mark()), mark(row=4), lines=[line(at=(4, 2))]))
    assert note(twice, "B3") == "请旗局核实"
    assert note(twice, "A2") == "已核"
    assert note(twice, "B4") == NOTE


def test_a_copy_that_another_program_saved_is_known_again() -> None:
    """Ids and authors change, colours and words stay."""
    once = opened(marked(saved(styled(plain())), mark(), mark(row=5)))
    twice = opened(marked(saved(once), mark(row=5)))
    assert (colour(twice, "B3"), note(twice, "B3")) == (None, None)
    assert note(twice, "B5") == NOTE
    assert twice.sheetnames == ["先改这几处", "台账"]


def test_a_note_whose_characters_are_written_as_numbers_is_known_again() -> None:
    """Some programs write no Chinese character as itself."""
    once = parts(marked(noted_by_the_office(), mark(), mark(row=5)))
    once["xl/comments/comment1.xml"] = text(once, "xl/comments/comment1.xml").encode("ascii", "xmlcharrefreplace")
    twice = opened(marked(packed(once), mark(row=5), lines=[line(at=(5, 2))]))
    assert note(twice, "B3") == "请旗局核实"
    assert note(twice, "B5") == NOTE


def test_a_copy_without_our_sheet_is_a_workbook_like_any_other() -> None:
    """Whoever deletes the list keeps the colours: nothing tells any more that they are ours."""
    once = opened(marked(saved(plain())))
    del once["先改这几处"]
    assert isinstance(once, Workbook)
    assert opened(marked(saved(once))).sheetnames == ["先改这几处", "台账"]
