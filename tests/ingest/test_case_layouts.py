"""Mediation cases in the layouts that offices file: which column is what, what counts, and what is said of it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from ingest.cells import Value
from ingest.checked import CheckedTable
from ingest.identifying import Delivery
from tests.ingest.filed_tables import filed

TITLE = "昆都仑区2023年4月人民调解案件登记表"
HEADERS = (
    *("编号", "案件编号", "发生日期", "受理日期", "调解日期", "当事人", "纠纷简介", "调解员"),
    *("调解结果", "协议形式", "调解书编号", "涉案金额", "涉及人数", "有无死亡", "涉及特殊群体情况"),
)
ORDINARY: tuple[Value, ...] = (
    *("0150203202300001", "（2023）昆北人调字第1号", "2023-04-01", "2023-04-03", "2023-04-05", "甲、乙", "甲与乙因滴水争吵。", "邹立兰"),
    *("调解成功", "书面协议", "2023-001", 5000, 2, "无", "无"),
)
POLICE = ("所属派出所", "所属警务室", "调处时间", "调处地点", "调处人", "调处内容", "调处结果")
ORAL = ("申请时间", "是否跨调委会", "调解地点", "调解结果", "调解协议涉及金额", "协议内容", "协议履行情况")
NIGHT = datetime.fromisoformat("2023-04-27 23:10:05")


def changed(**cells: Value) -> list[Value]:
    """An ordinary case with some cells under their headers."""
    return list((dict(zip(HEADERS, ORDINARY, strict=True)) | cells).values())


def cases(*rows: Sequence[Value]) -> CheckedTable:
    """The cases, and enough ordinary ones that none of it goes back."""
    others = [changed(编号=f"9{n}", 案件编号=f"第9{n}号", 当事人=f"丙{n}、丁", 纠纷简介=f"第{n}件。", 调解书编号=f"9{n}") for n in range(9)]
    return filed(HEADERS, *rows, *others, title=TITLE).judged()


def said(table: CheckedTable) -> list[tuple[str, str | None, str]]:
    """Code, cell and severity of each problem."""
    return [(problem.code, problem.cell, problem.severity) for problem in table.problems]


def test_an_ordinary_case_is_read_and_nothing_is_said_of_it() -> None:
    """Each column under its name; none is an answer where the column asks whether."""
    checked = cases(ORDINARY)
    assert said(checked) == []
    assert checked.ledger == "mediation_case"
    first = checked.records[0].values
    assert (first["case_code"], first["case_no"]) == ("0150203202300001", "（2023）昆北人调字第1号")
    assert (first["has_death"], first["special_group"], first["amount_fen"], first["accepted_at"]) == (False, "无", 500000, None)


def test_a_number_alone_is_the_case_number() -> None:
    """编号 is the system's only where another column names the case number."""
    headers = ("编号", "当事人", "纠纷简介", "调解员", "调解结果", "协议形式")
    checked = filed(headers, ("（2023）1号", "甲、乙", "滴水。", "丙", "成功", "口头"), title=TITLE).judged()
    assert (checked.records[0].values["case_no"], "case_code" in checked.records[0].values) == ("（2023）1号", False)


def test_the_number_of_another_case_is_blocked_and_the_case_counts() -> None:
    """Two cases under one number: the second keeps all but the number."""
    checked = cases(ORDINARY, changed(当事人="戊、己", 纠纷简介="另一件。"))
    assert said(checked) == [("duplicate_number", "B5", "block")]
    second = checked.records[1]
    assert (second.values["case_no"], second.values["brief"], second.is_blocked) == (None, "另一件。", False)


def test_the_same_case_twice_is_one() -> None:
    """The row as a whole is blocked, and its number is not said a second time."""
    checked = cases(ORDINARY, changed(编号="2"))
    assert said(checked) == [("duplicate_row", "G5", "block")]
    assert checked.records[1].is_blocked


def test_a_day_of_the_dispute_after_acceptance_does_not_count() -> None:
    """It is said at the day of the dispute, beside that of acceptance."""
    checked = cases(changed(发生日期="2023-04-24"))
    (problem,) = checked.problems
    assert (problem.code, problem.cell, problem.see_also) == ("occurred_after_accepted", "C4", ("D4",))
    assert problem.message == "“发生日期”是2023-04-24，晚于受理的日期2023-04-03"
    assert (checked.records[0].values["occurred_on"], checked.records[0].values["accepted_on"]) == (None, date(2023, 4, 3))


def test_a_mediation_before_acceptance_does_not_count() -> None:
    """The day of acceptance stays."""
    assert said(cases(changed(调解日期="2023-04-02"))) == [("mediated_before_accepted", "E4", "block")]


def test_a_day_after_the_file_came_does_not_count_and_one_after_the_period_does() -> None:
    """A case of April may be mediated in May, before the return is sent, and not later."""
    assert said(cases(changed(调解日期="2023-05-04"))) == []
    assert said(cases(changed(调解日期="2023-05-06"))) == [("date_future", "E4", "block")]


def test_a_form_of_agreement_while_mediation_goes_on_does_not_count() -> None:
    """Nothing is agreed yet."""
    checked = cases(changed(调解结果="调解中"))
    assert said(checked) == [("state_contradiction", "J4", "block")]
    assert (checked.records[0].values["agreement_form_code"], checked.records[0].values["result_code"]) == (None, "R3")


def test_a_written_agreement_has_a_number() -> None:
    """An oral one has none."""
    assert said(cases(changed(调解书编号=None))) == [("required_missing", "K4", "explain")]
    assert said(cases(changed(调解书编号=None, 协议形式="口头"))) == []


def test_less_than_a_yuan_is_probably_meant_in_another_unit() -> None:
    """It is kept; nothing at all is no sum in doubt."""
    checked = cases(changed(涉案金额=0.35))
    assert said(checked) == [("amount_suspicious_unit", "L4", "explain")]
    assert checked.records[0].values["amount_fen"] == 35
    assert said(cases(changed(涉案金额=0))) == []


def test_a_dispute_of_one_person_is_hinted_at() -> None:
    """It has at least two parties."""
    assert said(cases(changed(涉及人数=1))) == [("number_too_small", "M4", "hint")]


def test_a_code_in_scientific_notation_is_lost() -> None:
    """A code that merely has an E in it is not."""
    assert said(cases(changed(案件编号="1.50203E+14"))) == [("precision_lost", "B4", "block")]
    assert said(cases(changed(案件编号="2023E0401"))) == []


def test_records_of_a_police_station_tell_their_period_by_their_days() -> None:
    """Nothing else does; a blank station repeats the one above."""
    rows = [("满都拉边境派出所" if n == 0 else None, "前坝村警务室", f"2023年5月{n + 3}日", "前坝村", "阿拉腾", f"第{n}件。", "调解成功") for n in range(4)]
    checked = filed(POLICE, *rows, title="", info="", name="记录").judged(Delivery("达茂旗/派出所调处记录.xlsx", "150223", date(2023, 6, 2)))
    assert (checked.ledger, str(checked.period), checked.unit_code) == ("mediation_case", "2023-05", "150223")
    assert {record.values["police_station_text"] for record in checked.records} == {"满都拉边境派出所"}
    assert said(checked) == []


def test_a_day_that_reads_only_in_context_must_be_explained() -> None:
    """当日 is the day of something that stands nowhere."""
    days = ("2023-05-03", "当日", "2023-05-08", "2023-05-09")
    rows = [("满都拉边境派出所", "前坝村警务室", day, "前坝村", "阿拉腾", f"{day}的事。", "调解成功") for day in days]
    checked = filed(POLICE, *rows, title="", info="", name="记录").judged(Delivery("派出所调处记录.xlsx", "150223", date(2023, 6, 2)))
    assert said(checked) == [("date_unreadable", "C5", "explain")]


def oral(*rows: Sequence[Value]) -> CheckedTable:
    """A register of oral agreements."""
    return filed(ORAL, *rows, title="口头协议登记表", info="").judged(Delivery("达茂旗口头协议登记表4月.xlsx", "150223", date(2023, 5, 5)))


def agreement(minutes: int, text: str = "双方互相谅解，今后不再争执。") -> list[Value]:
    """An oral agreement some minutes after the first."""
    return [str(NIGHT + timedelta(minutes=minutes)), "否", "司法所调解室", "成功", 0, text, "已履行"]


def test_cases_entered_a_minute_apart_with_one_text_must_be_explained() -> None:
    """All but the first, which the others are held against."""
    checked = oral(*(agreement(minute) for minute in range(5)))
    assert {cell for code, cell, _ in said(checked) if code == "entry_burst"} == {"A5", "A6", "A7", "A8"}
    assert {cell for code, cell, _ in said(checked) if code == "copied_text"} == {"F5", "F6", "F7", "F8"}
    assert {severity for _, _, severity in said(checked)} == {"explain"}


def test_each_of_them_is_a_case_of_its_own() -> None:
    """The moment is kept: by it alone they are told apart."""
    checked = oral(*(agreement(minute) for minute in range(5)))
    assert [record.values["accepted_at"] for record in checked.records] == [NIGHT + timedelta(minutes=minute) for minute in range(5)]
    assert {record.values["accepted_on"] for record in checked.records} == {date(2023, 4, 27)}
    assert not any(record.is_blocked for record in checked.records)


def test_four_are_no_burst_and_a_pause_ends_one() -> None:
    """Who catches up on two days' work enters a few in a row."""
    assert said(oral(*(agreement(minute, f"第{minute}件。") for minute in range(4)))) == []
    assert said(oral(*(agreement(minute, f"第{minute}件。") for minute in (0, 1, 2, 10, 11, 12)))) == []
