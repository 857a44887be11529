"""Many who ask for a chart at once, each past what is kept, while the published version is switched under them."""

import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

PATIENCE = 60  # seconds


@dataclass
class Crowd:
    """Asks one dataset for a column and an expression beside it; notes the pairs that came, how long each took, and what failed."""

    address: str
    token: str
    dataset: int
    of_one_version: tuple[str, str]
    answers: list[tuple[str, str]] = field(default_factory=list)
    asked: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    came: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    @contextmanager
    def asking(self, *, questions: int, at_once: int) -> Iterator[None]:
        """All questions are asked while the body runs; it ends when the last was answered."""
        with ThreadPoolExecutor(at_once) as pool:
            for _ in range(questions):
                pool.submit(self.ask)
            yield

    def waits_for(self, answers: int) -> None:
        """Until so many more have come."""
        for _ in range(answers):
            assert self.came.acquire(timeout=PATIENCE)

    def ask(self) -> None:
        """One question, past what is kept."""
        began = time.monotonic()
        try:
            with urllib.request.urlopen(self.question(), timeout=PATIENCE) as answer:  # noqa: S310 – an address of ours
                rows = json.load(answer)["result"][0]["data"]
            self.answers += [(row["version"], row[self.of_one_version[0]]) for row in rows]
        except (urllib.error.URLError, TimeoutError, KeyError) as error:
            self.failed.append(str(error))
        self.asked.append(time.monotonic() - began)
        self.came.release()

    def question(self) -> urllib.request.Request:
        """As a chart asks when somebody wants it read anew."""
        column, expression = self.of_one_version
        beside = {"expressionType": "SQL", "label": "version", "sqlExpression": expression}
        body = {
            "datasource": {"id": self.dataset, "type": "table"},
            "queries": [{"columns": [column, beside], "metrics": []}],
            "force": True,
            "result_format": "json",
            "result_type": "full",
        }
        head = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        return urllib.request.Request(f"{self.address}/api/v1/chart/data", json.dumps(body).encode(), head)  # noqa: S310 – an address of ours
