"""One passage through the path: what it works on, who watches it, and what each step leaves for those after it and for the one who asked."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from catalog.catalog import load
from ingest.intake import Intake
from orchestration import children
from orchestration.request import Request
from orchestration.tell import Tell, silence
from warehouse import kept_catalog
from warehouse.decisions import counting, learned
from warehouse.event import CHINA, Published
from warehouse.fault import Fault
from warehouse.folder import Folder
from warehouse.journal import Journal
from warehouse.lists import Lists
from warehouse.run import Run
from warehouse.settings import Settings, export


@dataclass
class Passage:
    """Filled step by step. `checks` counts judgements by their state, `seconds` what each step took without Dagster around it.

    `damaged` are the landing files whose readings had to be made again.
    """

    run: Run
    settings: Settings
    request: Request
    tell: Tell = silence
    intake: Intake | None = None
    lists: Lists | None = None
    damaged: tuple[Fault, ...] = ()
    checks: Counter[str] = field(default_factory=Counter)
    published: Published | None = None
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str, begins_with: str = "") -> Iterator[None]:
        """A step at work: told when it begins, under the name of its first part where it has parts, and timed."""
        self.tell(begins_with or name, 0, 0)
        began = time.monotonic()
        yield
        self.seconds[name] = time.monotonic() - began

    @property
    def lost(self) -> tuple[str, ...]:
        """Deliveries whose original is gone before anybody read it: they are in no figure, and that is said with the publish."""
        return tuple(f"original_lost {submission_id}" for submission_id in self.intake.lost) if self.intake else ()


def begin(settings: Settings, request: Request, run_id: str, made_at: datetime, tell: Tell = silence) -> Passage:
    """Make a run's places, tell dbt of them, have its processes made ready. `made_at` gives the day where neither the request nor the settings do."""
    children.expect()
    folder = Folder(settings.home)
    run = Run(
        folder=folder,
        catalog=load().having(learned(counting(Journal(folder).events(), request.as_of))),
        today=request.day or settings.today or made_at.astimezone(CHINA).date(),
        as_of=request.as_of,
        run_id=run_id,
    )
    kept_catalog.keep(run.catalog, run.folder)  # what is edited from here on is the next run's
    run.lists.mkdir(parents=True, exist_ok=True)
    export(settings, run)
    return Passage(run, settings, request, tell)
