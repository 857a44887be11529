"""The workbook that an office signs: how it is printed, what stands in its cells, and that no cell is a formula."""

from pathlib import Path

import pytest
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from catalog.catalog import load
from tests.reporting.by_hand import DAMAO, KUN, Office, publish
from warehouse.folder import Folder

REPORT = load().reports["summary"]
UNITS = ["全市", "昆都仑区", "达尔罕茂明安联合旗"]


@pytest.fixture(scope="module")
def sheets(office: Office) -> dict[str, Worksheet]:
    """The sheets of the summary of May."""
    return {sheet.title: sheet for sheet in office.opened(office.extract()).worksheets}


@pytest.fixture(scope="module")
def table(sheets: dict[str, Worksheet]) -> Worksheet:
    """The first of them."""
    return sheets["汇总表"]


def at(table: Worksheet, label: str, indicator: str) -> Cell:
    """The cell in a row, by what stands before it, and in the column of a figure."""
    row = next(row for row in range(1, table.max_row + 1) if table.cell(row, 1).value == label)
    found = table.cell(row, 2 + [figure.indicator for figure in REPORT.figures].index(indicator))
    assert isinstance(found, Cell)
    return found


@pytest.mark.parametrize("name", ["汇总表", "口径", "报送"])
def test_every_sheet_is_printed_on_a4_across_one_page_wide_with_its_head_on_each_page(sheets: dict[str, Worksheet], name: str) -> None:
    """And says which page of how many it is."""
    sheet = sheets[name]

    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == ("$1:$5" if name == "汇总表" else "$1:$2")
    assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"


def test_the_head_says_whose_figures_of_which_month_they_are_and_up_to_which_day(table: Worksheet) -> None:
    """The day is the version's own."""
    texts = [cell.value for row in table.iter_rows(max_row=2) for cell in row if cell.value]

    assert texts == ["全市人民调解工作月度汇总表", "填报单位：包头市司法局", "2023年5月", "数据截至：2023年7月6日"]


def test_units_stand_down_the_city_first_and_figures_across_in_the_declared_order(table: Worksheet) -> None:
    """Each figure with its unit of measurement."""
    assert [table.cell(row, 1).value for row in range(6, 9)] == UNITS
    assert [table.cell(4, column).value for column in range(2, table.max_column + 1)] == [figure.title for figure in REPORT.figures]
    assert [at_head(table, indicator) for indicator in ("disputes_found", "resolved_rate", "mediators", "amount_claimed")] == ["件", "%", "人", "元"]


def at_head(table: Worksheet, indicator: str) -> object:
    """The unit of measurement over a figure."""
    return table.cell(5, at(table, "全市", indicator).column).value


@pytest.mark.parametrize(
    ("unit", "indicator", "value", "number_format"),
    [
        ("全市", "disputes_found", 34, "#,##0_*_ "),
        ("昆都仑区", "disputes_overdue", 0, "#,##0_*_ "),
        ("昆都仑区", "resolved_rate", 0.619048, "0.0%_*_ "),
        ("昆都仑区", "amount_claimed", 12345.5, "#,##0.00_*_ "),
        ("全市", "disputes_open", 18, '#,##0"*"_ '),  # six of them are carried forward: marked, and still a number
        ("达尔罕茂明安联合旗", "disputes_open", 6, '#,##0"*"_ '),
        ("昆都仑区", "disputes_open", 12, "#,##0_*_ "),
    ],
)
def test_a_figure_is_a_number_in_its_format(table: Worksheet, unit: str, indicator: str, value: float, number_format: str) -> None:
    """Never a text that looks like one."""
    cell = at(table, unit, indicator)

    assert (cell.data_type, cell.value, cell.number_format) == ("n", value, number_format)


@pytest.mark.parametrize(("indicator", "longest"), [("disputes_found", "99,999*"), ("resolved_rate", "100.0%*"), ("amount_claimed", "99,999,999.00*")])
def test_a_column_holds_what_a_year_may_bring(table: Worksheet, indicator: str, longest: str) -> None:
    """A number that does not fit its column is printed as a row of crosses."""
    column = at(table, "全市", indicator).column_letter
    widths = {letter: dimension.width for dimension in table.column_dimensions.values() for letter in letters(dimension.min, dimension.max)}

    assert widths[column] >= len(longest)


def letters(first: int, last: int) -> list[str]:
    """The letters of neighbouring columns that share a width."""
    return [get_column_letter(column) for column in range(first, last + 1)]


@pytest.mark.parametrize(
    ("unit", "indicator", "said"),
    [
        ("达尔罕茂明安联合旗", "disputes_found", "— 未报"),
        ("昆都仑区", "struck_off_rate", "— 读不出"),
        ("昆都仑区", "success_rate_closed", "— 无分母"),
        ("昆都仑区", "claims", "— 违规"),
        ("达尔罕茂明安联合旗", "claims", "— 无报送"),
    ],
)
def test_what_is_missing_is_a_dash_with_its_reason_and_no_zero(table: Worksheet, unit: str, indicator: str, said: str) -> None:
    """Whoever signs sees why there is none."""
    assert at(table, unit, indicator).value == said


def test_below_the_figures_stands_what_they_rest_on_and_who_is_missing(table: Worksheet) -> None:
    """Of each head once; what is taken as it comes has nobody who is missing."""
    disputes = [at(table, label, "disputes_found") for label in ("应报（份）", "已报（份）", "覆盖率", "未报单位")]
    claims = [at(table, label, "claims").value for label in ("应报（份）", "已报（份）", "覆盖率", "未报单位")]

    assert [cell.value for cell in disputes] == [2, 1, 0.5, "达茂旗"]
    assert disputes[2].number_format == "0.0%"
    assert claims == ["—", 1, "—", "不定期报送"]


def test_the_last_line_is_left_to_be_signed(table: Worksheet) -> None:
    """Who filled it in, who checked it, who issues it, when; above it what a dash and a mark mean, and the version."""
    texts = [[cell.value for cell in row if cell.value] for row in table.iter_rows(min_row=13)]

    assert texts[-1] == ["填表人：", "审核人：", "签发人：", "日期：　　　　年　　月　　日"]
    assert any("“*”" in str(line) for line in texts)
    assert any("0123456789abcdef" in str(line) for line in texts)


def test_the_basis_of_every_figure_is_said_in_the_words_of_its_declaration(sheets: dict[str, Worksheet]) -> None:
    """Definition, what stands above and below the line, ledgers, clause."""
    rows = {row[1]: row for row in sheets["口径"].iter_rows(min_row=3, values_only=True)}

    assert list(rows) == [load().indicators[figure.indicator].title for figure in REPORT.figures]
    declared = load().indicators["resolved_rate"]
    assert rows["化解率"][2:] == ("%", declared.definition, declared.numerator, declared.denominator, "矛盾纠纷台账", "专项行动实施方案一(二)2")
    assert rows["排查发现纠纷"][4:6] == ("即本数", "—")


def test_behind_every_figure_of_the_city_stands_what_is_not_in_it(sheets: dict[str, Worksheet]) -> None:
    """Numerator, denominator, unreadable, blocked, carried forward, returns, coverage, who is missing."""
    rows = {row[1]: row[3:] for row in sheets["报送"].iter_rows(min_row=3, values_only=True)}

    assert rows["化解率"] == (0.619048, 13, 21, 1, 0, 0, 2, 1, 0.5, "达茂旗")
    assert rows["未办结纠纷"] == (18, "—", "—", 1, 0, 6, 2, 1, 0.5, "达茂旗")
    assert rows["以案定补申报"] == ("— 违规", "—", "—", 0, 2, 0, "—", 1, "—", "不定期报送")


def test_one_unit_alone_has_its_own_table(office: Office) -> None:
    """Its row, its coverage, its name in the title; of the others nothing."""
    table = office.opened(office.extract(unit_code=DAMAO))["汇总表"]
    texts = [cell.value for row in table.iter_rows() for cell in row if isinstance(cell.value, str)]

    assert texts[:2] == ["达尔罕茂明安联合旗人民调解工作月度汇总表", "填报单位：达尔罕茂明安联合旗司法局"]
    assert at(table, "达尔罕茂明安联合旗", "disputes_open").value == 6
    assert at(table, "未报单位", "disputes_found").value == "达茂旗"
    assert not [text for text in texts if "昆" in text or "全市人民" in text]
    assert at(office.opened(office.extract(unit_code=KUN))["汇总表"], "未报单位", "disputes_found").value == "无"


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1"])
def test_no_cell_is_a_formula_whatever_a_word_begins_with(folder: Folder, declarations: Path, sign: str) -> None:
    """Nor does it become one when somebody edits it."""
    report = declarations / "reports" / "summary.yml"
    report.write_text(report.read_text(encoding="utf-8").replace("title: 排查发现", f"title: '{sign}'"), encoding="utf-8")
    changed = publish(folder, load(declarations))
    cells = [cell for sheet in changed.opened(changed.extract()).worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]

    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [cell.quotePrefix for cell in cells if cell.value == sign] == [True]


def test_what_the_version_withholds_is_said_on_the_sheet(folder: Folder) -> None:
    """With how many, and where they are listed."""
    changed = publish(folder, load(), withheld=("did_not_run dispute.typed", "damaged x"))
    texts = [cell.value for row in changed.opened(changed.extract())["汇总表"].iter_rows() for cell in row if isinstance(cell.value, str)]

    assert any("本版有2项没有计入或没有检查" in text for text in texts)
