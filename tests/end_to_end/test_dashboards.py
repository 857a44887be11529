"""The dashboards in a real browser, over the sample city: the figures, the words, and who sees what. One Superset, started once."""

import json
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import APIRequestContext, APIResponse, Browser, BrowserContext, Page, Playwright, sync_playwright

from fengqiao.assets import read
from orchestration import page, superset
from tests.end_to_end.city import ROOT, City
from warehouse.settings import Settings, export

CHROMIUM = "/usr/bin/chromium"
PATIENCE = 120_000  # milliseconds: two busy cores draw a page slowly
KUN, ROLE = "150203", "旗县区"
LATIN = re.compile(r"[A-Za-z]{2,}")


WHO = {"lingdao": ("领导",), "kunqu": (ROLE, "昆都仑区"), "guest": ("Gamma",), "admin": ("Admin",)}
TALL = {"width": 1440, "height": 3200}  # Superset draws only what is in sight
DRAWN = """() => {
    const tiles = [...document.querySelectorAll('.dashboard-component-chart-holder')];
    return tiles.length > 0 && tiles.every(tile => tile.querySelector('td, canvas, .ant-empty, [data-test="empty"]') && !tile.querySelector('.loading'));
}"""


@dataclass(frozen=True)
class Served:
    """The running Superset, what its provisioning answered, and the browser that visits it."""

    city: City
    settings: Settings
    answered: list[superset.Provisioned]
    play: Playwright
    browser: Browser

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://{page.LOOPBACK}:{self.settings.superset_port}"

    @property
    def passwords(self) -> dict[str, str]:
        """Everybody's."""
        return {answer["name"]: answer["password"] for answer in self.answered if "password" in answer}

    def visited_by(self, name: str) -> "Visitor":
        """Somebody, logged in by the form that everybody sees."""
        visitor = Visitor(self, self.browser.new_context(locale="zh-CN", viewport=TALL))
        visitor.log_in(name, self.passwords[name])
        visitor.page.wait_for_url(lambda url: "/login" not in url, timeout=PATIENCE)
        return visitor

    def asked_by(self, name: str) -> APIRequestContext:
        """Somebody who asks without a browser."""
        asking = self.play.request.new_context(base_url=self.address)
        body = {"username": name, "password": self.passwords[name], "provider": "db"}
        token = asking.post("/api/v1/security/login", data=body).json()["access_token"]
        return self.play.request.new_context(base_url=self.address, extra_http_headers={"Authorization": f"Bearer {token}"}, timeout=PATIENCE)


class Visitor:
    """A browser with its own cookies; notes what it asked for and what failed."""

    def __init__(self, served: Served, context: BrowserContext) -> None:
        self.served = served
        self.context = context
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.answered_from: set[str] = set()
        self.failed: list[tuple[int, str]] = []
        self.seen: dict[str, str] = {}
        self.page.on("response", lambda answer: self.note(answer.status, answer.url))

    def note(self, status: int, url: str) -> None:
        """An answer: from where, and whether it failed."""
        self.answered_from.add(url if not url.startswith((self.served.address, "data:", "blob:")) else "here")
        if status >= 400:
            self.failed.append((status, url))

    def log_in(self, name: str, password: str) -> None:
        """Fill in the form."""
        self.page.goto(f"{self.served.address}/login/")
        self.page.fill("#username", name)
        self.page.fill("#password", password)
        self.page.keyboard.press("Enter")

    def opens(self, dashboard: str) -> str:
        """The text of a dashboard once every tile has its answer; each is opened once."""
        if dashboard not in self.seen:
            self.seen[dashboard] = self.reads(dashboard, ".strip .big")
        return self.seen[dashboard]

    def reads(self, dashboard: str, sign: str, *, tiles: bool = True) -> str:
        """The text of a dashboard, opened now, once a sign stands there and, where there are tiles, each has its answer."""
        self.page.goto(f"{self.served.address}/superset/dashboard/{dashboard}")
        self.page.locator(sign).first.wait_for()
        until = time.monotonic() + PATIENCE / 1000
        while tiles and not self.page.evaluate(DRAWN):
            assert time.monotonic() < until, f"{dashboard} is not drawn"
            self.page.wait_for_timeout(200)
        return self.page.locator("body").inner_text()


@pytest.fixture(scope="module")
def served(city: City) -> Iterator[Served]:
    """Superset over the sample city, from its first start on, with everybody in it and everything brought in twice."""
    before = dict(os.environ)
    with socket.socket() as probe:
        probe.bind((page.LOOPBACK, 0))
        port = int(probe.getsockname()[1])
    settings = Settings(home=city.home, superset_port=port)
    export(settings)
    answered = superset.provision_all(settings, ("start",), ("import",), *(("user", name, *role) for name, role in WHO.items()))
    log = city.home / "superset" / "server.log"
    with log.open("wb") as output, sync_playwright() as play:
        server = subprocess.Popen(superset.server(f"{page.LOOPBACK}:{port}"), cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            while not page.answers(port, superset.HEALTH):
                assert server.poll() is None, log.read_text(encoding="utf-8")
                time.sleep(0.2)
            yield Served(city, settings, answered, play, browser)
        finally:
            page.send(server, 15)
            server.wait(60)
            os.environ.clear()
            os.environ.update(before)


@pytest.fixture(scope="module")
def leader(served: Served) -> Visitor:
    """A leader."""
    return served.visited_by("lingdao")


@pytest.fixture(scope="module")
def district(served: Served) -> Visitor:
    """Somebody of 昆都仑区."""
    return served.visited_by("kunqu")


@pytest.fixture(scope="module")
def datasets(served: Served) -> dict[str, int]:
    """The number of each dataset in this installation."""
    found = served.asked_by("admin").get("/api/v1/dataset/?q=(page_size:100)").json()["result"]
    return {dataset["table_name"]: dataset["id"] for dataset in found}


@pytest.fixture(scope="module")
def doors(served: Served) -> dict[str, dict[str, Any]]:
    """By which chart of which dashboard somebody without a right to a dataset comes to it."""
    charts = served.asked_by("admin").get("/api/v1/chart/?q=(page_size:100)").json()["result"]
    found = {chart["datasource_name_text"].rpartition(".")[2]: {"slice_id": chart["id"], "dashboardId": chart["dashboards"][0]["id"]} for chart in charts}
    return found | {"choice": {"type": "NATIVE_FILTER", "native_filter_id": "NATIVE_FILTER-unit", "dashboardId": charts[0]["dashboards"][0]["id"]}}


def ask(who: APIRequestContext, served: Served, dataset: int, *queries: dict[str, Any], door: dict[str, Any] | None = None, **said: Any) -> APIResponse:
    """The chart API's answer to questions of one's own, asked as a chart of a dashboard asks, or straight."""
    body = {"datasource": {"id": dataset, "type": "table"}, "queries": queries, "form_data": door, "result_format": "json", "result_type": "full"} | said
    return who.post(f"{served.address}/api/v1/chart/data", data=json.dumps(body), headers={"Content-Type": "application/json"})


def chosen(period: str, unit: str) -> str:
    """Both filters of a dashboard, as they stand in its address."""
    one = (
        "NATIVE_FILTER-{name}:(id:NATIVE_FILTER-{name},extraFormData:(filters:!((col:{column},op:IN,val:!('{value}')))),"
        "filterState:(label:'{value}',value:!('{value}')),ownState:())"
    )
    filters = (one.format(name="period", column="period_label", value=period), one.format(name="unit", column="unit_name", value=unit))
    return quote(f"({','.join(filters)})")


def change(who: APIRequestContext, method: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
    """What Superset's own API answers to a change."""
    token = who.get("/api/v1/security/csrf_token/").json()["result"]
    answer = who.fetch(path, method=method, data=json.dumps(body), headers={"Content-Type": "application/json", "X-CSRFToken": token})
    assert answer.ok, answer.text()
    return answer.json()


def rows(answer: APIResponse) -> list[dict[str, Any]]:
    """The rows of all answers; none when they were refused."""
    return [row for result in answer.json()["result"] for row in result["data"]] if answer.ok else []


def districts(*answers: APIResponse) -> set[str]:
    """The districts whose rows answers hold."""
    return {row["district_code"] for answer in answers for row in rows(answer)}


ALL_DATASETS = [content["table_name"] for content in read("datasets").values()]
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
    assert "尚缺 28 份" in shown


def test_nothing_comes_from_outside_and_nothing_fails(leader: Visitor) -> None:
    """Every answer that a leader's browser got came from this machine, and none was an error."""
    leader.opens("register")
    leader.opens("detail")

    assert leader.answered_from == {"here"}
    assert not [(status, url) for status, url in leader.failed if not url.endswith("/colors")]


def test_a_leader_reads_no_english_word(leader: Visitor) -> None:
    """Chinese to the last word; keys for `trace` are hexadecimal, and a sheet may be called Sheet1 or, of a text file, csv."""
    words = {word for name in ("city", "register", "detail") for word in LATIN.findall(leader.opens(name)) if not re.fullmatch(r"[a-f]+", word)}

    assert words <= {"Sheet", "csv"}, words


def test_a_district_sees_its_own_unit_alone(district: Visitor) -> None:
    """The page of 昆都仑区 names no other unit."""
    shown = district.opens("city")

    assert "昆都仑区" in shown
    assert not [name for name in ("土默特右旗", "达尔罕茂明安联合旗", "青山区") if name in shown]


def test_no_question_of_a_districts_own_brings_another_units_rows(district: Visitor, datasets: dict[str, int], doors: dict[str, dict[str, Any]]) -> None:
    """The chart API, straight and by a dashboard: every row, a filter for others, expressions, a sub-query, drilling, samples, filter values."""
    who, served = district.context.request, district.served
    others: dict[str, set[str]] = {}
    for name, number in datasets.items():
        assert ask(who, served, number, EVERY_ROW).status == NOT_YOURS, name
        answered = ask(who, served, number, *ANSWERED, door=doors[name])
        assert answered.ok, (name, answered.text())
        assert KUN in districts(answered), name
        tried = [ask(who, served, number, question, door=doors[name]) for question in REFUSED]
        tried.append(ask(who, served, number, EVERY_ROW, door=doors[name], result_type="drill_detail"))
        samples = who.post(f"{served.address}/datasource/samples?datasource_id={number}&datasource_type=table", data="{}")
        values = who.get(f"{served.address}/api/v1/datasource/table/{number}/column/district_code/values/")
        open_doors = {answer.url for answer in (samples, values) if answer.ok}
        others[name] = districts(answered, *tried) - {KUN, None} | open_doors

    assert datasets.keys() == set(ALL_DATASETS)
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
    (listed,) = (one for one in admin.get("/api/v1/rowlevelsecurity/?q=(page_size:100)").json()["result"] if one["name"].endswith("青山区"))
    path = f"/api/v1/rowlevelsecurity/{listed['id']}"
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
    """Deny by default: refused, or nothing in it."""
    outsider = served.asked_by("guest")
    seen = {name: districts(ask(outsider, served, datasets[name], EVERY_ROW)) for name in ALL_DATASETS}

    assert not {name: found for name, found in seen.items() if found}


def test_every_dataset_has_the_rule_that_shuts_it(leader: Visitor, datasets: dict[str, int]) -> None:
    """A leader sees all units in it: the rule that shuts it for others is there, and leaves leaders out."""
    seen = {name: districts(ask(leader.context.request, leader.served, datasets[name], EVERY_ROW)) for name in ALL_DATASETS}

    assert not {name: found for name, found in seen.items() if len(found) < 2}


def test_what_is_not_for_viewers_is_refused(leader: Visitor, district: Visitor) -> None:
    """SQL, export, connections, users: no answer, and no stack trace."""
    paths = ["/api/v1/sqllab/execute/", "/sqllab/", "/api/v1/dashboard/export/?q=!(1)", "/api/v1/database/1", "/users/list/"]
    let_through = []
    for visitor in (leader, district):
        for path in paths:
            how = visitor.context.request.post if path.endswith("execute/") else visitor.context.request.get
            answer = how(f"{visitor.served.address}{path}", max_redirects=0)
            if answer.ok or "Traceback" in answer.text():
                let_through.append((path, answer.status))

    assert not let_through


def test_a_wrong_password_is_said_in_chinese(served: Served) -> None:
    """Nobody comes in, and the sentence is theirs."""
    visitor = Visitor(served, served.browser.new_context(locale="zh-CN"))
    visitor.log_in("lingdao", "not his")

    visitor.page.get_by_text("用户名或密码错误").first.wait_for()


def test_a_second_import_changes_nothing(served: Served) -> None:
    """What stands is what the files say."""
    started, imported, *_ = served.answered

    assert started.get("first"), "a first start lets somebody in"
    assert imported == {"changed": [], "removed": []}


def test_a_new_version_is_shown_without_a_restart(leader: Visitor, datasets: dict[str, int]) -> None:
    """The link is switched under the running server: the next answer is the new version's, and going back finds the old one."""
    question = {"columns": ["title"], "metrics": []}
    who, served, number = leader.context.request, leader.served, datasets["figure_month"]
    before = rows(ask(who, served, number, question))
    current: Path = leader.served.city.home / "published" / "current.duckdb"
    old, new = current.readlink(), Path("made-up.duckdb")
    from tests.end_to_end.swapping import renamed_figures, switch

    renamed_figures(current.resolve(), current.with_name(new.name))
    switch(current, new)
    during = rows(ask(who, served, number, question))
    switch(current, old)
    after = rows(ask(who, served, number, question))

    assert {row["title"] for row in during} == {"新版本"}
    assert after == before != during


def test_a_period_without_data_is_said(leader: Visitor) -> None:
    """Tiles without rows say so; none keeps another period's figure."""
    shown = leader.reads(f"city/?native_filters={chosen('1999年1月', '全市')}", ".none")

    assert shown.count("本期没有数据") > 5
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


def test_what_is_changed_by_hand_comes_back_as_one_line(served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A chart is changed in Superset and written back; a file is removed and its object goes; a chart of somebody's own stays.

    It stands last, because it changes what stands.
    """
    tree = tmp_path / "superset_config"
    shutil.copytree(ROOT / "superset_config", tree)
    monkeypatch.setattr(superset, "ROOT", tmp_path)  # the process works on the copy
    admin = served.asked_by("admin")
    charts = {chart["slice_name"]: chart for chart in admin.get("/api/v1/chart/?q=(page_size:100)").json()["result"]}
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
    left = {chart["id"] for chart in admin.get("/api/v1/chart/?q=(page_size:100)").json()["result"]}

    assert brought_in["removed"] == [removed]
    assert charts["纠纷类型（件，本期发现）"]["id"] not in left
    assert mine in left


def test_the_database_of_the_dashboards_reads_and_does_nothing_else(served: Served) -> None:
    """Every statement that would read another file, write, load or set is refused under the settings of the database's own file."""
    import duckdb

    (database,) = read("databases").values()
    settings = yaml.safe_load(json.dumps(database))["extra"]["engine_params"]["connect_args"]
    statements = (Path(__file__).parent / "refused.sql").read_text(encoding="utf-8").split(";\n")
    refused = 0
    with duckdb.connect(str(served.city.home / "published" / "current.duckdb"), read_only=settings["read_only"], config=settings["config"]) as connection:
        for statement in filter(str.strip, statements):
            with pytest.raises(duckdb.Error):
                connection.execute(statement).fetchall()
            refused += 1

    assert refused >= 40
