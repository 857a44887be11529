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
from typing import Any

PATIENCE = 60  # seconds
VERSION = {"expressionType": "SQL", "label": "version", "sqlExpression": "current_database()"}  # DuckDB names a database by its file


def questions(dataset: int, *queries: dict[str, Any], **said: Any) -> dict[str, Any]:
    """What the chart API is sent: questions to one dataset."""
    return {"datasource": {"id": dataset, "type": "table"}, "queries": queries, "result_format": "json", "result_type": "full"} | said


@dataclass
class Crowd:
    """Asks one dataset for a column and, beside it, the version that is read; notes the pairs that came, how long each took, and what failed."""

    address: str
    token: str
    dataset: int
    column: str
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
            self.answers += [(row["version"], row[self.column]) for row in rows]
        except (urllib.error.URLError, TimeoutError, KeyError) as error:
            self.failed.append(str(error))
        self.asked.append(time.monotonic() - began)
        self.came.release()

    def question(self) -> urllib.request.Request:
        """As a chart asks when somebody wants it read anew."""
        body = json.dumps(questions(self.dataset, {"columns": [self.column, VERSION], "metrics": []}, force=True))
        head = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        return urllib.request.Request(f"{self.address}/api/v1/chart/data", body.encode(), head)  # noqa: S310 – an address of ours
