"""The dashboards in a real browser, over the sample city: the figures, the words, and who sees what. One Superset, started once."""

import json
import re
import shutil
from collections.abc import Iterator
from difflib import ndiff
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import APIResponse

from catalog.catalog import load
from catalog.superset_files import files
from fengqiao.assets import ASSETS
from orchestration import superset
from tests.end_to_end import recount, recount_cases, sheet
from tests.end_to_end.city import EXPECTED, ROOT, City
from tests.end_to_end.crowd import Crowd
from tests.end_to_end.swapping import NEW_NAME, renamed_figures, switch
from tests.end_to_end.visiting import LATIN, Served, Visitor, ask, change, chosen, districts, listed, numbers, rows, serving

CATALOG = load()
KUN, ROLE = "150203", "旗县区"

COLUMNS = {  # of the comparison of units, by the figure that stands in them
    "cases_accepted": "受理（件）",
    "success_rate_closed": "调解成功率",
    "disputes_overdue": "超期未化解（件）",
    "townships_screened": "苏木乡镇排查",
    "full_time_share": "专职占比",
    "claims": "以案定补申报（件）",
}
NETWORK = {  # of the comparison on the page of organisations and people: the column, the indicator, and what of it is shown, how
    "调委会（个）": ("committees", "value", "count"),
    "行业专业（个）": ("industry_committees", "value", "count"),
    "派驻调解室（个）": ("stationed_rooms", "value", "count"),
    "工作室（个）": ("studios", "value", "count"),
    "调解员（人）": ("mediators", "value", "count"),
    "专职（人）": ("full_time_share", "numerator", "count"),
    "专职占比": ("full_time_share", "value", "share"),
    "距 15% 差（人）": ("full_time_share", "distance_count", "count"),
}
FUNDING = {  # and on the page of money
    "全年预算": ("budget", "value", "money"),
    "已执行": ("budget_executed", "value", "money"),
    "执行率": ("budget_execution_rate", "value", "share"),
    "本期支付": ("funds_paid", "value", "money"),
    "申报（件）": ("claims", "value", "count"),
    "申报金额": ("amount_claimed", "value", "money"),
    "发放金额": ("subsidies_paid", "value", "money"),
    "购买合同（个）": ("service_purchases", "value", "count"),
    "合同金额": ("purchase_amount", "value", "money"),
}
APRIL = "2023-04"  # most were filed
CENTRES = "一站式中心（已建/应建）"
PAGES = {"network": ("各单位对照（组织与队伍）", NETWORK), "funding": ("各单位对照（经费与以案定补，金额为万元）", FUNDING)}
SHARES = {"success_rate_closed", "townships_screened", "full_time_share"}
WHO = {"lingdao": ("领导",), "kunqu": (ROLE, "昆都仑区"), "guest": ("Alpha",), "admin": ("Admin",)}


@pytest.fixture(scope="module")
def served(city: City) -> Iterator[Served]:
    """Superset over the sample city, from its first start on, with everybody in it and everything brought in twice."""
    with serving(city, WHO) as stands:
        yield stands


@pytest.fixture(scope="module")
def leader(served: Served) -> Visitor:
    """A leader."""
    return served.visited_by("lingdao")


@pytest.fixture(scope="module")
def district(served: Served) -> Visitor:
    """Somebody of 昆都仑区."""
    return served.visited_by("kunqu")


@pytest.fixture(scope="module")
def nobody(served: Served) -> Visitor:
    """Somebody before the form of the log-in, who does not come in."""
    visitor = Visitor(served, served.browser.new_context(locale="zh-CN"))
    visitor.page.goto(f"{served.address}/login/")
    return visitor


@pytest.fixture(scope="module")
def datasets(served: Served) -> dict[str, int]:
    """The number of each dataset in this installation."""
    return numbers(served.asked_by("admin"))


@pytest.fixture(scope="module")
def doors(served: Served) -> dict[str, dict[str, Any]]:
    """By which chart of which dashboard somebody without a right to a dataset comes to it."""
    charts = listed(served.asked_by("admin"), "chart")
    found = {chart["datasource_name_text"].rpartition(".")[2]: {"slice_id": chart["id"], "dashboardId": chart["dashboards"][0]["id"]} for chart in charts}
    return found | {"choice": {"type": "NATIVE_FILTER", "native_filter_id": "NATIVE_FILTER-unit", "dashboardId": charts[0]["dashboards"][0]["id"]}}


@pytest.fixture(scope="module")
def standing(served: Served) -> dict[str, set[str]]:
    """The districts of which each dataset has rows, as the published file gives them to who asks it straight."""
    every = " union ".join(f"select '{name}', district_code from ({sql}) as dataset" for name, sql in SQL.items())
    found: dict[str, set[str]] = {name: set() for name in SQL}
    for name, code in served.city.query(every):
        found[name].add(str(code))
    return found


SQL = {dataset.table_name: dataset.sql for dataset in files(ASSETS).datasets.values()}
ALL_DATASETS = [dataset.table_name for dataset in files(ASSETS).datasets.values()]
EVERY_ROW = {"columns": ["district_code"], "metrics": [], "row_limit": 5000}
LARGEST = {"expressionType": "SQL", "label": "district_code", "sqlExpression": "max(district_code)"}
HIDDEN = {"expressionType": "SQL", "label": "district_code", "sqlExpression": "(select max(district_code) from page_unit)"}
ANSWERED = [
    EVERY_ROW,
    EVERY_ROW | {"filters": [{"col": "district_code", "op": "!=", "val": KUN}]},
    EVERY_ROW | {"extras": {"where": "1 = 1 or district_code <> ''"}},
    {"columns": [], "metrics": [LARGEST]},
]
NOT_YOURS = 403
REFUSED = [EVERY_ROW | {"extras": {"where": "1 = 1) or (1 = 1"}}, {"columns": [], "metrics": [HIDDEN]}]


def test_the_first_page_shows_the_figures_that_the_command_shows(leader: Visitor) -> None:
    """Six figures of the newest month, and who is missing."""
    shown = leader.opens("city")
    city = leader.served.city
    accepted, overdue = (city.figure(name, "150200", "2023-05") for name in ("cases_accepted", "disputes_overdue"))
    success = city.figure("success_rate_closed", "150200", "2023-05")

    assert re.search(rf"受理纠纷\s+— 不设灯\s+{accepted['numerator']}\s*件", shown)
    assert re.search(rf"超期未化解\s+▲ 预警\s+{overdue['numerator']}\s*件", shown)
    assert re.search(rf"调解成功率\s+● 达标\s+{100 * success['numerator'] / success['denominator']:.1f}\s*%", shown)
    assert "数据截至 2023年5月31日" in shown
    assert "尚缺 77 份" in shown


def test_page_command_sheet_and_a_recount_say_the_same(leader: Visitor) -> None:
    """The six figures of every unit and the city, as the page shows them, in a month in which most were filed: no two of the four differ."""
    city, month = leader.served.city, "2023-04"
    leader.reads(f"city/?native_filters={chosen('2023年4月', '全市')}", "text=2023年4月30日")
    head, *lines = leader.table("各单位对照")
    names = {unit.name: unit.code for unit in CATALOG.units.reporting} | {"全市": "150200"}
    recounted = recount.recount(EXPECTED) | recount_cases.recount(EXPECTED)
    published = {(name, row["unit_code"]): row for name in COLUMNS for row in city.ask("indicator", name, "--period", month)["rows"]}
    stated = sheet.figures(city.home / city.ask("extract", "summary", "--period", month)["file"])
    differ, compared = {}, 0
    for line in lines:
        cells = dict(zip(head, line, strict=True))
        for figure, column in COLUMNS.items():
            key = (figure, names[cells["单位"]])
            is_share = figure in SHARES
            said = {cells[column], as_shown(published[key]["value"], is_share=is_share), as_shown(stated[key], is_share=is_share)}
            if (*key, month) in recounted:
                said.add(as_shown(value_of(recounted[*key, month]), is_share=is_share))
                compared += 1
            if len(said) > 1:
                differ[key] = said

    assert not differ
    assert len(lines) == 12
    assert compared == 6 * 4  # the city and the three units that filed; what was never filed has no records to count


def value_of(figure: recount.Figure | None) -> float | None:
    """What a recounted numerator and denominator come to; None where nothing was filed, or there is nothing to divide by."""
    if figure is None:
        return None
    numerator, denominator, _ = figure
    if denominator is None:
        return numerator
    return numerator / denominator if denominator else None


def as_shown(value: float | None, *, is_share: bool) -> str:
    """A figure as a cell of the page has it."""
    if value is None:
        return "—"
    return f"{100 * value:.1f}%" if is_share else f"{value:,.0f}"


@pytest.fixture(scope="module", params=PAGES)
def page_of_april(leader: Visitor, request: pytest.FixtureRequest) -> str:
    """A page of April; the tests that ask for it stand side by side, so it is opened once."""
    name = str(request.param)
    leader.seen[name] = leader.reads(f"{name}/?native_filters={chosen(spoken(APRIL), '全市')}", f"text={spoken(APRIL)}30日")  # its words, of a full month
    return name


def test_the_six_figures_of_a_page_are_those_of_the_command(leader: Visitor, page_of_april: str) -> None:
    """Of the whole city, with the lamp's word, the value and what it is counted in; what was not filed is a dash."""
    declared = [figure for figure in CATALOG.page.figures if figure.page == page_of_april]
    shown = [[part.inner_text() for part in card.locator(".kpi-t, .kpi-v").all()] for card in leader.page.locator(".kpi").all()]
    published = [row_of(leader.served.city, figure.indicator, "150200", APRIL)["value"] for figure in declared]

    assert [title.split("\n")[0] for title, _ in shown] == [figure.title for figure in declared]
    assert [value for _, value in shown] == [on_card(figure.indicator, value) for figure, value in zip(declared, published, strict=True)]


def test_the_units_of_a_page_are_compared_by_what_the_command_says(leader: Visitor, page_of_april: str) -> None:
    """Every figure of every unit and of the city."""
    city, month = leader.served.city, APRIL
    table, columns = PAGES[page_of_april]
    head, *lines = leader.table(table)
    names = {unit.name: unit.code for unit in CATALOG.units.reporting} | {"全市": "150200"}
    differ, filled = {}, set()
    for line in lines:
        cells = dict(zip(head, line, strict=True))
        for column, (indicator, part, kind) in columns.items():
            row = row_of(city, indicator, names[cells["单位"]], month)
            filled |= {column} if row[part] is not None else set()
            if cells[column] != in_cell(row[part], kind):
                differ[column, cells["单位"]] = cells[column], row[part]
        if CENTRES in cells:
            row = row_of(city, "one_stop_coverage", names[cells["单位"]], month)
            built = "—" if row["denominator"] is None else f"{row['numerator']} / {row['denominator']}"
            differ |= {} if cells[CENTRES] == built else {(CENTRES, cells["单位"]): (cells[CENTRES], built)}

    assert not differ
    assert len(lines) == 12
    assert filled == set(columns)


def spoken(month: str) -> str:
    """A month as the filter has it."""
    return f"{int(month[:4])}年{int(month[5:])}月"


def row_of(city: City, indicator: str, unit: str, month: str) -> dict[str, Any]:
    """The row of an indicator for a month, or for its year where it is told by the year."""
    return city.figures[indicator, unit, month[:4] if CATALOG.indicators[indicator].per == "year" else month]


def on_card(indicator: str, value: float | None) -> str:
    """A figure as it stands in a card, with what it is counted in."""
    declared = CATALOG.indicators[indicator]
    if declared.is_ratio:
        return f"{'—' if value is None else f'{100 * value:.1f}'}%"
    return f"{in_cell(value, 'money')}万元" if declared.is_money else f"{in_cell(value, 'count')}{declared.unit}"


def in_cell(value: float | None, kind: str) -> str:
    """A figure as a cell of a comparison has it; money in 万元."""
    if value is None:
        return "—"
    return {"count": f"{value:,.0f}", "share": f"{100 * value:.1f}%", "money": f"{value / 10_000:,.2f}"}[kind]


def test_nothing_comes_from_outside_and_nothing_fails(leader: Visitor) -> None:
    """Every answer that a leader's browser got came from this machine, and none was an error."""
    leader.opens("network")
    leader.opens("funding")
    leader.opens("register")
    leader.opens("detail")

    assert leader.answered_from == {"here"}
    assert not [(status, url) for status, url in leader.failed if not urlsplit(url).path.endswith("/colors")]


def test_a_leader_reads_no_english_word(leader: Visitor) -> None:
    """Chinese to the last word; keys for `trace` are hexadecimal, and a sheet may be called Sheet1 or, of a text file, csv."""
    pages = ("city", "network", "funding", "register", "detail", "wall")
    words = {word for name in pages for word in LATIN.findall(leader.opens(name)) if not re.fullmatch(r"[a-f]+", word)}

    assert words <= {"Sheet", "csv"}, words


def test_a_district_sees_its_own_unit_alone(district: Visitor) -> None:
    """The pages of 昆都仑区 name no other unit."""
    shown = "".join(district.opens(page) for page in ("city", "network", "funding", "register"))

    others = [unit.name for unit in CATALOG.units.reporting if unit.code != KUN]

    assert "昆都仑区" in shown
    assert not [name for name in others if name in shown]


def test_no_question_of_a_districts_own_brings_another_units_rows(
    district: Visitor, datasets: dict[str, int], doors: dict[str, dict[str, Any]], standing: dict[str, set[str]]
) -> None:
    """The chart API, straight and by a dashboard: every row, a filter for others, expressions, a sub-query, drilling, samples, filter values."""
    who, served = district.context.request, district.served
    others: dict[str, set[str]] = {}
    for name, number in datasets.items():
        assert ask(who, served, number, EVERY_ROW).status == NOT_YOURS, name
        answered = ask(who, served, number, *ANSWERED, door=doors[name])
        assert answered.ok, (name, answered.text())
        assert (KUN in districts(answered)) == (KUN in standing[name]), name
        assert not any(ask(who, served, number, question, door=doors[name]).ok for question in REFUSED), name
        drilled = ask(who, served, number, EVERY_ROW, door=doors[name], result_type="drill_detail")
        samples = who.post(f"{served.address}/datasource/samples?datasource_id={number}&datasource_type=table", data="{}")
        values = who.get(f"{served.address}/api/v1/datasource/table/{number}/column/district_code/values/")
        open_doors = {answer.url for answer in (samples, values) if answer.ok}
        others[name] = districts(answered, drilled) - {KUN, None} | open_doors

    assert datasets.keys() == set(ALL_DATASETS)
    assert {name for name, found in standing.items() if KUN not in found} == {"fund_kind", "purchase_list"}
    assert not {name: found for name, found in others.items() if found}


def test_nobody_is_given_anothers_kept_answer(leader: Visitor, district: Visitor, datasets: dict[str, int], doors: dict[str, dict[str, Any]]) -> None:
    """The same question, asked by who sees all, then by who sees one, then by who sees all."""
    name, served = "figure_month", leader.served
    answers = [ask(visitor.context.request, served, datasets[name], EVERY_ROW, door=doors[name]) for visitor in (leader, district, leader)]

    assert answers[2].json()["result"][0]["is_cached"]
    assert districts(answers[1]) == {KUN}
    assert districts(answers[0]) == districts(answers[2]) > {KUN}


def test_a_changed_rule_counts_at_once(served: Served, district: Visitor, datasets: dict[str, int], doors: dict[str, dict[str, Any]]) -> None:
    """What was kept under the old rule is not shown under the new one."""
    admin, name = served.asked_by("admin"), "figure_card"
    (found,) = (one for one in listed(admin, "rowlevelsecurity") if one["name"].endswith("青山区"))
    path = f"/api/v1/rowlevelsecurity/{found['id']}"
    rule = admin.get(path).json()["result"]
    whole = {
        "name": rule["name"],
        "filter_type": rule["filter_type"],
        "tables": [one["id"] for one in rule["tables"]],
        "roles": [one["id"] for one in rule["roles"]],
    }
    seen = {}
    for clause in ("1 = 1", "1 = 0", rule["clause"]):
        change(admin, "PUT", path, whole | {"clause": clause})
        seen[clause] = districts(ask(district.context.request, served, datasets[name], EVERY_ROW, door=doors[name]))

    assert seen == {"1 = 1": {KUN, "150204"}, "1 = 0": set(), rule["clause"]: {KUN}}


def test_who_holds_no_role_of_ours_sees_no_row(served: Served, datasets: dict[str, int]) -> None:
    """Deny by default: a role of Superset's own that may ask every dataset is answered, with nothing in it."""
    outsider = served.asked_by("guest")
    answers = {name: ask(outsider, served, datasets[name], EVERY_ROW) for name in ALL_DATASETS}

    assert all(answer.ok for answer in answers.values())
    assert not {name for name, answer in answers.items() if rows(answer)}


def test_every_rule_holds_for_every_dataset(served: Served, datasets: dict[str, int]) -> None:
    """One for each unit, and one for what is no unit's."""
    admin = served.asked_by("admin")
    found = listed(admin, "rowlevelsecurity")
    rules = [admin.get(f"/api/v1/rowlevelsecurity/{one['id']}").json()["result"] for one in found if one["name"].startswith("fengqiao: ")]

    assert len(rules) == len(CATALOG.units.reporting) + 1
    assert all({table["id"] for table in rule["tables"]} == set(datasets.values()) for rule in rules)


def test_a_leader_sees_every_unit_in_every_dataset(leader: Visitor, datasets: dict[str, int], standing: dict[str, set[str]]) -> None:
    """The rules leave leaders out: what they are answered is all that stands there."""
    seen = {name: districts(ask(leader.context.request, leader.served, datasets[name], EVERY_ROW)) for name in ALL_DATASETS}

    assert seen == standing
    assert {name for name, found in seen.items() if len(found) < 2} == {"purchase_list"}


def test_what_is_not_for_viewers_is_refused(served: Served, leader: Visitor, district: Visitor) -> None:
    """SQL, export, connections, users: no answer, and no stack trace; who may, is let through the same doors."""
    admin = served.visited_by("admin")
    first = admin.context.request.get(f"{served.address}/api/v1/dashboard/").json()["result"][0]["id"]
    connection = admin.context.request.get(f"{served.address}/api/v1/database/").json()["result"][0]["id"]
    pages = ["/sqllab/", f"/api/v1/dashboard/export/?q=!({first})", f"/api/v1/database/{connection}", "/api/v1/security/users/"]
    answers = {path: [who.context.request.get(f"{served.address}{path}", max_redirects=0) for who in (admin, leader, district)] for path in pages}
    statements = [execute(who, connection) for who in (leader, district)]

    assert not {path: answer.status for path, (answer, *_) in answers.items() if not answer.ok}
    assert not {path: answer.status for path, (_, *others) in answers.items() for answer in others if not is_refused(answer)}
    assert [answer.status for answer in statements] == [NOT_YOURS, NOT_YOURS]
    assert not any("Traceback" in answer.text() for _, *others in answers.values() for answer in others)


def is_refused(answer: APIResponse) -> bool:
    """Not answered, said not to be there, or led away to another page."""
    return answer.status in {401, NOT_YOURS, 404} or 300 <= answer.status < 400


def execute(who: Visitor, connection: int) -> APIResponse:
    """A statement typed into SQL Lab, with all that its page would send along."""
    address, request = who.served.address, who.context.request
    token = request.get(f"{address}/api/v1/security/csrf_token/").json()["result"]
    head = {"Content-Type": "application/json", "X-CSRFToken": token, "Referer": address}
    return request.post(f"{address}/api/v1/sqllab/execute/", data=json.dumps({"database_id": connection, "sql": "select 1"}), headers=head)


def test_an_answer_that_comes_after_the_log_in_brings_nobody_back(nobody: Visitor) -> None:
    """What the form's page asks for besides carries no cookie: it was asked by nobody, and may come after somebody logged in."""
    request, address = nobody.context.request, nobody.served.address
    answers = [request.get(f"{address}{path}") for path in ("/brand/logo.svg", "/superset/language_pack/zh/")]
    answers.append(request.post(f"{address}/superset/log/?explode=events", form={"events": "[]"}, max_redirects=0))

    assert all(answer.ok for answer in answers)
    assert not [answer.url for answer in answers if "set-cookie" in answer.headers]


def test_a_wrong_password_is_said_in_chinese(nobody: Visitor) -> None:
    """Nobody comes in, and the sentence is theirs."""
    nobody.log_in("lingdao", "not his")

    nobody.page.get_by_text("用户名或密码错误").first.wait_for()


def test_a_second_import_changes_nothing(served: Served) -> None:
    """What stands is what the files say."""
    started, imported, *_ = served.answered

    assert started.get("first"), "a first start lets somebody in"
    assert imported == {"changed": [], "removed": []}


def test_five_switches_under_many_questions_fail_none_and_mix_none(served: Served, datasets: dict[str, int]) -> None:
    """Each answer is of one version alone – the name of the file that it was read from and the titles in it go together – and both versions were met."""
    current: Path = served.city.home / "published" / "current.duckdb"
    old, new = current.readlink(), Path("made-up.duckdb")
    renamed_figures(current.resolve(), current.with_name(new.name))
    known = {title for (title,) in served.city.query("select distinct title from page_item inner join page_figure using (indicator) where value is not null")}
    crowd = Crowd(served.address, served.token("lingdao"), datasets["figure_month"], "title")
    with crowd.asking(questions=48, at_once=8):
        for target in (new, old, new, old, new):
            crowd.waits_for(7)
            switch(current, target)
    switch(current, old)
    titles = {version: {title for seen, title in crowd.answers if seen == version} for version in (old.stem, new.stem)}

    assert crowd.failed == []
    assert len(crowd.asked) == 48
    assert titles[new.stem] == {NEW_NAME}
    assert titles[old.stem] == known
    assert NEW_NAME not in known


def test_a_new_version_is_shown_without_a_restart(leader: Visitor, datasets: dict[str, int]) -> None:
    """The next answer after a switch is the new version's, and going back finds what was kept of the old one."""
    question = {"columns": ["title"], "metrics": []}
    who, served, number = leader.context.request, leader.served, datasets["figure_month"]
    current: Path = served.city.home / "published" / "current.duckdb"
    old, new = current.readlink(), Path("another.duckdb")
    before = rows(ask(who, served, number, question))
    renamed_figures(current.resolve(), current.with_name(new.name))
    switch(current, new)
    during = rows(ask(who, served, number, question))
    switch(current, old)
    after = ask(who, served, number, question)

    assert {row["title"] for row in during} == {NEW_NAME}
    assert rows(after) == before != during
    assert after.json()["result"][0]["is_cached"]


@pytest.mark.parametrize(("page", "tiles"), [("city", 6), ("network", 8), ("funding", 5)])
def test_a_period_without_data_is_said(leader: Visitor, page: str, tiles: int) -> None:
    """Tiles without rows say so; none keeps another period's figure."""
    shown = leader.reads(f"{page}/?native_filters={chosen('1999年1月', '全市')}", ".none")

    assert shown.count("本期没有数据") >= tiles
    assert not leader.page.locator(".kpi").count()


def test_a_missing_published_file_is_said(leader: Visitor, datasets: dict[str, int]) -> None:
    """One sentence, no path, no trace; nothing that was kept is shown in its place."""
    who, served, number = leader.context.request, leader.served, datasets["figure_month"]
    current: Path = served.city.home / "published" / "current.duckdb"
    before = ask(who, served, number, EVERY_ROW)
    away = current.rename(current.with_name("away"))
    try:
        during = ask(who, served, number, EVERY_ROW)
        shown = leader.reads("city/", "text=现在读不到发布的数据", tiles=False)
    finally:
        away.rename(current)

    assert before.ok
    assert not during.ok
    assert "现在读不到发布的数据" in during.text()
    assert not re.search("Traceback|IO Error|duckdb", during.text())
    assert not LATIN.findall(shown)
    assert "受理纠纷" not in shown
    assert ask(who, served, number, EVERY_ROW).ok


def test_a_page_that_is_not_there_is_said_in_chinese(leader: Visitor) -> None:
    """An address that was mistyped."""
    answer = leader.context.request.get(f"{leader.served.address}/superset/nothing/")

    assert answer.status == 404
    assert "没有这一页" in answer.text()


def test_the_database_of_the_dashboards_reads_and_does_nothing_else(served: Served) -> None:
    """Every statement that would read another file, write, load or set is refused under the settings of the database's own file."""
    import duckdb

    database = yaml.safe_load((ASSETS / "databases" / "published.yaml").read_text(encoding="utf-8"))
    settings = database["extra"]["engine_params"]["connect_args"]
    statements = (Path(__file__).parent / "refused.sql").read_text(encoding="utf-8").split(";\n")
    refused = 0
    with duckdb.connect(str(served.city.home / "published" / "current.duckdb"), read_only=settings["read_only"], config=settings["config"]) as connection:
        for statement in filter(str.strip, statements):
            with pytest.raises(duckdb.Error):
                connection.execute(statement).fetchall()
            refused += 1

    assert refused == 47


def test_what_is_changed_by_hand_comes_back_as_one_line(served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A chart is changed in Superset and written back; a file is removed and its object goes; a chart of somebody's own stays.

    It stands last, because it changes what stands.
    """
    tree = tmp_path / "superset_config"
    shutil.copytree(ROOT / "superset_config", tree)
    monkeypatch.setattr(superset, "ROOT", tmp_path)  # the process works on the copy
    admin = served.asked_by("admin")
    charts = {chart["slice_name"]: chart for chart in listed(admin, "chart")}
    changed, removed = charts["当前要办"], "charts/types.yaml"
    params = json.loads(changed["params"]) | {"row_limit": 5}
    change(admin, "PUT", f"/api/v1/chart/{changed['id']}", {"params": json.dumps(params)})
    own = {"slice_name": "我的图", "datasource_id": changed["datasource_id"], "datasource_type": "table", "viz_type": "table", "params": "{}"}
    mine = change(served.asked_by("lingdao"), "POST", "/api/v1/chart/", own)["id"]
    before = (tree / "assets/charts/matters.yaml").read_text(encoding="utf-8").splitlines()
    brought_back = superset.provision(served.settings, "export")
    after = (tree / "assets/charts/matters.yaml").read_text(encoding="utf-8").splitlines()

    assert brought_back == {"changed": ["charts/matters.yaml"]}
    assert [line for line in ndiff(before, after) if line[0] in "+-"] == ["-   row_limit: 7", "+   row_limit: 5"]

    uuid = yaml.safe_load((tree / "assets" / removed).read_text(encoding="utf-8"))["uuid"]
    (tree / "assets" / removed).unlink()
    city = tree / "assets/dashboards/city.yaml"
    page_of_city = yaml.safe_load(city.read_text(encoding="utf-8"))
    position = {key: part for key, part in page_of_city["position"].items() if not (isinstance(part, dict) and part.get("meta", {}).get("uuid") == uuid)}
    city.write_text(yaml.safe_dump(page_of_city | {"position": position}, allow_unicode=True, sort_keys=False), encoding="utf-8")
    brought_in = superset.provision(served.settings, "import")
    left = {chart["id"] for chart in listed(admin, "chart")}

    assert brought_in["removed"] == [removed]
    assert charts["纠纷类型（件，本期发现）"]["id"] not in left
    assert mine in left
