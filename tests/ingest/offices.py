"""A data folder with offices that drop small workbooks into it, for tests of the intake."""

import csv
import io
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from openpyxl import Workbook

from catalog.catalog import Catalog, load
from ingest.intake import Intake, intake
from ingest.one_submission import answer
from warehouse.event import CHINA, Event, Read, Received
from warehouse.folder import Folder
from warehouse.journal import Journal
from warehouse.run import Run
from warehouse.settings import Settings

NOW = datetime(2023, 5, 6, 9, 0, tzinfo=CHINA)
TITLE = "昆都仑区2023年4月矛盾纠纷排查化解工作台账"
HEADER = [
    "序号", "苏木乡镇（街道）", "嘎查村（社区）", "矛盾纠纷类型", "当事人", "矛盾纠纷简要情况",
    "责任单位", "责任人", "化解时限", "化解情况", "销号情况", "备注",
]  # fmt: skip
PARTIES = [
    "谢永平、邓淑超", "苏和与余云霞", "曹家斌、彭春民", "贾福林、何凤英",
    "胡立斌、顾新龙", "杨家、傅正超", "谭新山、史玉华", "方慧龙、武明旺",
]  # fmt: skip


def dispute(number: int, **changes: object) -> list[object]:
    """One row of a dispute ledger; what is named by its header departs from the ordinary."""
    parties = PARTIES[number - 1]
    row: dict[str, object] = {
        "序号": number,
        "苏木乡镇（街道）": "昆北街道",
        "嘎查村（社区）": "建安社区",
        "矛盾纠纷类型": "邻里纠纷",
        "当事人": parties,
        "矛盾纠纷简要情况": f"{parties}两家因院墙滴水及第{number}号通道堆放杂物发生口角。",
        "责任单位": "昆北街道司法所",
        "责任人": "孔凤义",
        "化解时限": f"2023-05-{number + 10}",
        "化解情况": "已约谈双方，正在做思想工作",
        "销号情况": "办理中",
        "备注": None,
    }
    return list((row | changes).values())


def disputes(count: int) -> list[list[object]]:
    """The first rows of a ledger."""
    return [dispute(number) for number in range(1, count + 1)]


def ledger(rows: Sequence[Sequence[object]], title: str = TITLE, header: Sequence[str] = HEADER) -> bytes:
    """A workbook with a title, a header and these rows."""
    workbook, target = Workbook(), io.BytesIO()
    sheet = workbook.active
    assert sheet is not None
    for row in ([title], header, *rows):
        sheet.append(list(row))
    workbook.save(target)
    return target.getvalue()


def delimited(rows: Sequence[Sequence[object]]) -> str:
    """The rows as a text with commas between the fields."""
    target = io.StringIO(newline="")
    csv.writer(target).writerows(rows)
    return target.getvalue()


@dataclass
class City:
    """A data folder, its clock and its catalog."""

    home: Path
    catalog: Catalog = field(default_factory=load)
    now: datetime = NOW

    def __post_init__(self) -> None:
        self.folder = Folder(self.home)
        self.folder.create(self.catalog.units)

    def drop(self, path: str, content: bytes, age: timedelta = timedelta(hours=1)) -> Path:
        """Put bytes into the inbox, last changed some time before now."""
        file = self.folder.inbox / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        changed = (self.now - age).timestamp()
        os.utime(file, (changed, changed))
        return file

    def files(self, path: str, rows: Sequence[Sequence[object]], title: str = TITLE, header: Sequence[str] = HEADER) -> Path:
        """Put a ledger into the inbox."""
        return self.drop(path, ledger(rows, title, header))

    def run(self) -> Run:
        """A run of now."""
        return Run(self.folder, self.catalog, self.now.date(), None, f"run-{self.now:%H%M%S}")

    def takes_in(self, read: object = answer, seconds: int = 20) -> Intake:
        """One intake; a minute passes."""
        settings = Settings(home=self.home, read_seconds=seconds)
        taken = intake(self.run(), settings, self.now, read=read)  # type: ignore[arg-type]
        self.now += timedelta(minutes=1)
        return taken

    def receipt(self, path: str) -> str:
        """The receipt of a file."""
        return (self.folder.outbox / f"{path}.回执.txt").read_text(encoding="utf-8")

    def journal_events(self) -> list[Event]:
        """All that the journal says."""
        return Journal(self.folder).events()

    def received(self) -> list[Received]:
        """The deliveries of the journal."""
        return [event for event in Journal(self.folder).events() if isinstance(event, Received)]

    def readings(self) -> list[Read]:
        """The readings of the journal."""
        return [event for event in Journal(self.folder).events() if isinstance(event, Read)]

    def landed(self) -> list[Path]:
        """The landing files with rows or nil returns."""
        return sorted(file for file in self.folder.landing.rglob("*.parquet") if not file.name.startswith("_"))
