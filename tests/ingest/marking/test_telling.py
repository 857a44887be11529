"""What is told of a checked file: a mark for each guilty cell, a line for each kind of mistake, what weighs most first."""

from dataclasses import replace

from ingest.checked import CheckedFile, Problem
from ingest.marking.telling import MOST_NOTES, told
from tests.ingest.checked_tables import CATALOG, table


def problem(cell: str | None = "G4", code: str = "date_impossible", value: str = "2023.4.31", **changes: object) -> Problem:
    """A problem in the column of deadlines."""
    page = CATALOG.problems[code]
    facts = {"value": value, "title": "化解时限", "other": "5", "expected": ""}
    made = Problem(
        code=code,
        severity=page.severity,
        sheet="4月台账",
        cell=cell,
        row=int(cell[1:]) if cell else None,
        field="deadline_on",
        value=value,
        message=page.message.format(**facts),
        should_be=page.should_be.format(**facts),
        remedy=page.remedy.format(**facts),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def checked(*problems: Problem, of_file: tuple[Problem, ...] = ()) -> CheckedFile:
    """A checked file with these problems."""
    return CheckedFile("昆都仑区/4月台账.xlsx", "a" * 64, "xlsx", "return", tables=(table(problems=problems),), problems=of_file)


def test_a_note_says_which_record_what_is_wrong_what_is_right_and_what_to_do() -> None:
    """And on which page of the manual more is said."""
    (mark,) = told(checked(problem()), CATALOG).marks
    assert (mark.sheet, mark.place, mark.severity) == ("4月台账", (4, 7), "block")
    assert (mark.note or "").splitlines() == [
        "枫桥核对：必须改",
        "哪里：第4行“化解时限”栏",
        "错在：“化解时限”写的是“2023.4.31”，日历上没有这一天",
        "应为：写成真实存在的日期，如 2023-04-30",
        "怎么改：核对原始材料后改正日期",
        "（手册第1节）",
    ]


def test_a_contradiction_names_the_other_cell() -> None:
    """Both may be the wrong one."""
    (mark,) = told(checked(problem(code="state_contradiction", see_also=("H4",))), CATALOG).marks
    assert "（另见H4）" in (mark.note or "")


def test_equal_mistakes_are_one_line_and_each_cell_is_marked() -> None:
    """With the first cells by name and the count of all."""
    marking = told(checked(*(problem(f"G{row}") for row in range(4, 44))), CATALOG)
    (line,) = marking.lines
    assert len(marking.marks) == 40
    assert line.at == (4, 7)
    assert line.place.startswith("“4月台账”表\n“化解时限”栏，共40格：\nG4、G5、")
    assert line.place.endswith("G15等")
    assert line.wrong.startswith("例如：")


def test_what_weighs_most_comes_first() -> None:
    """What sends the return back, what does not count, what must be explained, hints; among equals the more frequent."""
    hint, explain, twice = problem("G4", "year_assumed"), problem("G5", "date_vague"), [problem("G6", "date_future"), problem("G7", "date_future")]
    back = problem(None, "period_unknown", field=None)
    lines = told(checked(hint, explain, problem("G8"), *twice, back), CATALOG).lines
    assert [line.jump for line in lines] == ["整张表", "G6", "G8", "G5", "G4"]


def test_a_problem_of_the_whole_file_is_a_line_without_a_place() -> None:
    """Nothing can be marked."""
    marking = told(checked(of_file=(problem(None, "ledger_unknown", sheet=None, field=None),)), CATALOG)
    assert marking.marks == ()
    assert [(line.at, line.place) for line in marking.lines] == [(None, "整个文件")]


def test_an_address_that_is_none_of_a_spreadsheet_is_only_told() -> None:
    """A record of a JSON file has no cell to be filled."""
    marking = told(checked(problem(cell="G4")), CATALOG)
    told_only = told(checked(replace(problem(), cell="data[3].时限")), CATALOG)
    assert len(marking.marks) == 1
    assert told_only.marks == ()
    assert told_only.lines[0].jump == "data[3].时限"


def test_beyond_the_most_notes_cells_are_filled_alone() -> None:
    """Programs grow slow over thousands of notes."""
    marks = told(checked(*(problem(f"G{row}") for row in range(4, 4 + MOST_NOTES + 5))), CATALOG).marks
    assert len(marks) == MOST_NOTES + 5
    assert sum(mark.note is None for mark in marks) == 5


def test_the_summary_counts_the_places() -> None:
    """By weight, under the name of the file."""
    summary = told(checked(problem(), problem("G5", "date_vague")), CATALOG).summary
    assert "《4月台账.xlsx》共2处：必须改1处，须说明1处，提示0处" in summary
