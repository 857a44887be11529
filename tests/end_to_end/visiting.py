"""Who visits the dashboards in the tests: a browser, somebody who asks without one, and what they ask."""

import json
import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from playwright.sync_api import APIRequestContext, APIResponse, Browser, BrowserContext, Page, Playwright, ViewportSize, sync_playwright

from orchestration import page, superset
from tests.end_to_end.city import ROOT, City
from tests.end_to_end.crowd import questions
from tests.ports import free_port
from warehouse.settings import Settings, export

CHROMIUM = "/usr/bin/chromium"
PATIENCE = 120_000  # milliseconds: two busy cores draw a page slowly
LATIN = re.compile(r"[A-Za-z]{2,}")
TALL: ViewportSize = {"width": 1440, "height": 3200}  # Superset draws only what is in sight
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
        return self.play.request.new_context(base_url=self.address, extra_http_headers={"Authorization": f"Bearer {self.token(name)}"}, timeout=PATIENCE)

    def token(self, name: str) -> str:
        """What somebody shows who asks without a browser."""
        body = {"username": name, "password": self.passwords[name], "provider": "db"}
        answer = self.play.request.new_context(base_url=self.address).post("/api/v1/security/login", data=body)
        return str(answer.json()["access_token"])


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

    def table(self, chart: str) -> list[list[str]]:
        """The cells of a table that is shown, its head first, without the marks of lamps."""
        shown = self.page.locator(f'[data-test-chart-name="{chart}"]')  # its head and its body are tables of their own
        head = shown.locator("thead tr").first.locator("th").all_inner_texts()
        lines = [row.locator("td").all_inner_texts() for row in shown.locator("tbody tr").all()]
        return [[re.sub(r"^[●◆▲]\s*", "", cell.strip()) for cell in line] for line in (head, *lines)]


@contextmanager
def serving(city: City, everybody: dict[str, tuple[str, ...]]) -> Iterator[Served]:
    """Superset over a home, from its first start on, with everybody in it – a name, and a role with its unit – and everything brought in twice."""
    before = dict(os.environ)
    port = free_port()
    settings = Settings(home=city.home, superset_port=port)
    export(settings)
    answered = superset.provision_all(settings, ("start",), ("import",), *(("user", name, *role) for name, role in everybody.items()))
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


def listed(who: APIRequestContext, kind: str) -> list[dict[str, Any]]:
    """Superset's objects of a kind, as its own API lists them to somebody who asks without a browser."""
    found: list[dict[str, Any]] = who.get(f"/api/v1/{kind}/?q=(page_size:100)").json()["result"]
    return found


def numbers(who: APIRequestContext) -> dict[str, int]:
    """The number of each dataset in this installation."""
    return {dataset["table_name"]: dataset["id"] for dataset in listed(who, "dataset")}


def ask(who: APIRequestContext, served: Served, dataset: int, *queries: dict[str, Any], door: dict[str, Any] | None = None, **said: Any) -> APIResponse:
    """The chart API's answer to questions of one's own, asked as a chart of a dashboard asks, or straight."""
    body = json.dumps(questions(dataset, *queries, form_data=door, **said))
    return who.post(f"{served.address}/api/v1/chart/data", data=body, headers={"Content-Type": "application/json"})


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
    changed: dict[str, Any] = answer.json()
    return changed


def rows(answer: APIResponse) -> list[dict[str, Any]]:
    """The rows of all answers; none when they were refused."""
    return [row for result in answer.json()["result"] for row in result["data"]] if answer.ok else []


def districts(*answers: APIResponse) -> set[str]:
    """The districts whose rows answers hold."""
    return {row["district_code"] for answer in answers for row in rows(answer)}
