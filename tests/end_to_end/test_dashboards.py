"""The dashboards in a real browser, over the sample city: the figures, the words, and who sees what. One Superset, started once."""

import json
import os
import re
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import APIResponse, Browser, BrowserContext, Page, sync_playwright

from fengqiao.assets import read
from orchestration import page, superset
from tests.end_to_end.city import ROOT, City
from warehouse.settings import Settings, export

CHROMIUM = "/usr/bin/chromium"
PATIENCE = 120_000  # milliseconds: two busy cores draw a page slowly
KUN, ROLE = "150203", "旗县区"
LATIN = re.compile(r"[A-Za-z]{2,}")


@dataclass(frozen=True)
class Served:
    """The running Superset, and the browser that visits it."""

    city: City
    settings: Settings
    browser: Browser

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://{page.LOOPBACK}:{self.settings.superset_port}"

    def somebody(self, name: str, role: str, *unit: str) -> "Visitor":
        """Somebody new, logged in by the form that everybody sees."""
        made = superset.provision(self.settings, "user", name, role, *unit)
        visitor = Visitor(self, self.browser.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900}))
        visitor.log_in(name, made["password"])
        visitor.page.wait_for_url(lambda url: "/login" not in url, timeout=PATIENCE)
        return visitor


class Visitor:
    """A browser with its own cookies; notes what it asked for and what failed."""

    def __init__(self, served: Served, context: BrowserContext) -> None:
        self.served = served
        self.context = context
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.answered_from: set[str] = set()
        self.failed: list[tuple[int, str]] = []
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
        """The text of a dashboard once every tile has its answer."""
        self.page.goto(f"{self.served.address}/superset/dashboard/{dashboard}/")
        self.page.locator(".dashboard-component-chart-holder").first.wait_for()
        self.page.locator(".strip .big").first.wait_for()
        self.page.wait_for_load_state("networkidle")
        return self.page.locator("body").inner_text()

    def asks(self, dataset: int, query: dict[str, Any], **form: Any) -> APIResponse:
        """The chart API's answer to a question of one's own."""
        body = {"datasource": {"id": dataset, "type": "table"}, "queries": [query], "form_data": form, "result_format": "json", "result_type": "full"}
        return self.context.request.post(f"{self.served.address}/api/v1/chart/data", data=json.dumps(body), headers={"Content-Type": "application/json"})


@pytest.fixture(scope="module")
def served(city: City) -> Iterator[Served]:
    """Superset over the sample city, from its first start on."""
    before = dict(os.environ)
    with socket.socket() as probe:
        probe.bind((page.LOOPBACK, 0))
        port = int(probe.getsockname()[1])
    settings = Settings(home=city.home, superset_port=port)
    export(settings)
    assert superset.provision(settings, "start").get("first"), "a first start lets somebody in"
    log = city.home / "superset" / "server.log"
    with log.open("wb") as output, sync_playwright() as play:
        server = subprocess.Popen(superset.server(f"{page.LOOPBACK}:{port}"), cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            while not page.answers(port, superset.HEALTH):
                assert server.poll() is None, log.read_text(encoding="utf-8")
            yield Served(city, settings, play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"]))
        finally:
            page.send(server, 15)
            server.wait(60)
            os.environ.clear()
            os.environ.update(before)


@pytest.fixture(scope="module")
def leader(served: Served) -> Visitor:
    """A leader."""
    return served.somebody("lingdao", "领导")


@pytest.fixture(scope="module")
def district(served: Served) -> Visitor:
    """Somebody of 昆都仑区."""
    return served.somebody("kunqu", ROLE, "昆都仑区")


@pytest.fixture(scope="module")
def outsider(served: Served) -> Visitor:
    """Somebody who may log in and holds none of our roles."""
    return served.somebody("guest", "Gamma")


@pytest.fixture(scope="module")
def datasets(served: Served) -> dict[str, int]:
    """The number of each dataset in this installation."""
    admin = served.somebody("admin", "Admin")
    found = admin.context.request.get(f"{served.address}/api/v1/dataset/?q=(page_size:100)").json()["result"]
    return {dataset["table_name"]: dataset["id"] for dataset in found}


def districts(answer: APIResponse) -> set[str]:
    """The districts whose rows an answer holds; none when it was refused."""
    return {row["district_code"] for row in answer.json()["result"][0]["data"]} if answer.ok else set()


ALL_DATASETS = [content["table_name"] for content in read("datasets").values()]
EVERY_ROW = {"columns": ["district_code"], "metrics": [], "row_limit": 5000}


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


@pytest.mark.parametrize("dashboard", ["city", "register", "detail"])
def test_a_leader_reads_no_english_word(leader: Visitor, dashboard: str) -> None:
    """Chinese to the last word; keys for `trace` are hexadecimal, clauses are named plan_ and form_ in the catalog, sheets may be called Sheet1."""
    words = {word for word in LATIN.findall(leader.opens(dashboard)) if not re.fullmatch(r"[a-f]+", word)}

    assert words <= {"plan", "form", "Sheet"}, words


def test_a_district_sees_its_own_unit_alone(district: Visitor) -> None:
    """The page of 昆都仑区 names no other unit."""
    shown = district.opens("city")

    assert "昆都仑区" in shown
    assert not [name for name in ("土默特右旗", "达尔罕茂明安联合旗", "青山区") if name in shown]


@pytest.mark.parametrize("dataset", ALL_DATASETS)
def test_no_question_of_a_districts_own_brings_another_units_rows(district: Visitor, datasets: dict[str, int], dataset: str) -> None:
    """The chart API, asked directly: with a filter for others, an expression, a sub-query, samples, raw rows."""
    number = datasets[dataset]
    anybody = [{"expressionType": "SQL", "clause": "WHERE", "sqlExpression": "1 = 1 or district_code <> ''"}]
    expression = {"expressionType": "SQL", "label": "district_code", "sqlExpression": "max(district_code)"}
    hidden = {"expressionType": "SQL", "label": "district_code", "sqlExpression": "(select max(district_code) from page_unit)"}
    answers = [
        district.asks(number, EVERY_ROW),
        district.asks(number, EVERY_ROW | {"filters": [{"col": "district_code", "op": "!=", "val": KUN}]}),
        district.asks(number, EVERY_ROW | {"extras": {"where": "1 = 1) or (1 = 1"}}),
        district.asks(number, EVERY_ROW, adhoc_filters=anybody),
        district.asks(number, {"columns": [], "metrics": [expression]}),
        district.asks(number, {"columns": [], "metrics": [hidden]}),
    ]

    assert set().union(*map(districts, answers)) <= {KUN, None}
    assert not district.context.request.post(f"{district.served.address}/datasource/samples?datasource_id={number}&datasource_type=table", data="{}").ok


@pytest.mark.parametrize("dataset", ALL_DATASETS)
def test_who_holds_no_role_of_ours_sees_no_row(outsider: Visitor, datasets: dict[str, int], dataset: str) -> None:
    """Deny by default: refused, or nothing in it."""
    assert districts(outsider.asks(datasets[dataset], EVERY_ROW)) == set()


@pytest.mark.parametrize("dataset", ALL_DATASETS)
def test_every_dataset_has_the_rule_that_shuts_it(leader: Visitor, datasets: dict[str, int], dataset: str) -> None:
    """A leader sees all units in it: the rule that shuts it for others is there, and leaves leaders out."""
    answer = leader.asks(datasets[dataset], EVERY_ROW)

    assert answer.ok, answer.text()
    assert len(districts(answer)) > 1


@pytest.mark.parametrize("who", ["leader", "district"])
@pytest.mark.parametrize("path", ["/api/v1/sqllab/execute/", "/sqllab/", "/api/v1/dashboard/export/?q=!(1)", "/api/v1/database/1", "/users/list/"])
def test_what_is_not_for_viewers_is_refused(request: pytest.FixtureRequest, who: str, path: str) -> None:
    """SQL, export, connections, users."""
    visitor: Visitor = request.getfixturevalue(who)
    ask = visitor.context.request.post if path.endswith("execute/") else visitor.context.request.get
    answer = ask(f"{visitor.served.address}{path}", max_redirects=0)

    assert not answer.ok
    assert "Traceback" not in answer.text()


def test_a_wrong_password_is_said_in_chinese(served: Served) -> None:
    """Nobody comes in, and the sentence is theirs."""
    visitor = Visitor(served, served.browser.new_context(locale="zh-CN"))
    visitor.log_in("lingdao", "not his")

    visitor.page.get_by_text("用户名或密码错误").first.wait_for()


def test_a_second_import_changes_nothing(served: Served) -> None:
    """What stands is what the files say."""
    again = superset.provision(served.settings, "import")

    assert again == {"changed": [], "removed": []}


def test_a_new_version_is_shown_without_a_restart(leader: Visitor, datasets: dict[str, int]) -> None:
    """The link is switched under the running server: the next answer is the new version's, and going back finds the old one."""
    question = {"columns": ["title"], "metrics": []}
    before = leader.asks(datasets["figure_month"], question).json()["result"][0]["data"]
    current: Path = leader.served.city.home / "published" / "current.duckdb"
    old, new = current.readlink(), Path("made-up.duckdb")
    from tests.end_to_end.swapping import renamed_figures, switch

    renamed_figures(current.resolve(), current.with_name(new.name))
    switch(current, new)
    during = leader.asks(datasets["figure_month"], question).json()["result"][0]["data"]
    switch(current, old)
    after = leader.asks(datasets["figure_month"], question).json()["result"][0]["data"]

    assert {row["title"] for row in during} == {"新版本"}
    assert after == before != during


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
