"""Homes that several tests look at: how they are made. Each takes the whole path."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.end_to_end.city import KUN_APRIL_CORRECTED, ROOT, SAMPLES, City, sample_files
from tests.ingest.offices import ledger

DISTRICT = "昆都仑区"
GOOD = SAMPLES / "inbox" / KUN_APRIL_CORRECTED
HEADER_ONLY = "青山区/青山区2023年4月矛盾纠纷台账.xlsx"
PRINTED, SAID = "printed.txt", "said.txt"


def walk(city: City, **day: str) -> "subprocess.CompletedProcess[str]":
    """What `make run SERVE=0` does once the environment stands. The day comes from the data folder, unless it is given."""
    environment = {name: value for name, value in city.environment.items() if name != "FENGQIAO_TODAY"} | day
    done = subprocess.run([sys.executable, "-m", "fengqiao.first_run", "--no-page"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done


def among_samples(folder: Path) -> None:
    """A home with all samples, walked through once; what was printed and what was said beside it."""
    city = City.founded(folder / "data", sample_files())
    city.quiet()
    keep(walk(city, FENGQIAO_TODAY=city.today), folder)


def first_walk(folder: Path) -> None:
    """A home that did not exist, walked through once; what was printed and what was said beside it."""
    keep(walk(City(folder / "data")), folder)


def keep(done: "subprocess.CompletedProcess[str]", folder: Path) -> None:
    """Write down what a walk printed and what it said beside it; it must have ended well."""
    assert done.returncode == 0, done.stderr
    (folder / PRINTED).write_text(done.stdout, encoding="utf-8")
    (folder / SAID).write_text(done.stderr, encoding="utf-8")


def among_bad_files(folder: Path) -> None:
    """One good workbook among files that are no return, and one without a record; run once in a network of its own, which has no way out."""
    city = City.founded(folder / "data", [KUN_APRIL_CORRECTED])
    inbox = city.home / "inbox" / DISTRICT
    (inbox / "空文件.xlsx").write_bytes(b"")
    (inbox / "半截.xlsx").write_bytes(GOOD.read_bytes()[: GOOD.stat().st_size * 6 // 10])
    (inbox / "其实是文本.xlsx").write_text("序号,单位\n1,昆北街道\n", encoding="utf-8")
    shutil.copyfile(SAMPLES / "inbox" / "达尔罕茂明安联合旗" / "表彰决定.docx", inbox / "表彰决定.docx")
    (city.home / "inbox" / HEADER_ONLY).write_bytes(ledger([["填报人：孔凤义"]], title="青山区2023年4月矛盾纠纷排查化解工作台账"))
    city.quiet()
    as_root = () if os.geteuid() == 0 else ("--map-root-user",)  # who is root already needs no more, and in a chroot is refused it
    alone = ("unshare", *as_root, "--net", *city.command("run"))
    done = subprocess.run(alone, cwd=ROOT, env=city.environment, capture_output=True, text=True, check=False)
    assert (city.home / "published" / "current.duckdb").exists(), done.stdout + done.stderr
