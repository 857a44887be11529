"""The order of the tests, and the homes that several of them look at: those are made once, since each takes the whole path."""

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.dbt_project.building import Warehouse
from tests.end_to_end.city import City
from tests.end_to_end.founding import among_bad_files, among_samples, first_walk
from warehouse.long_lived import collect_seldom

TESTS = Path(__file__).parent
LONGEST_FIRST = (
    "end_to_end/test_kills.py",
    "orchestration/test_three_ways.py",
    "end_to_end/test_dashboards.py",
    "end_to_end",
    "dbt_project",
    "orchestration",
    "test_newcomer.py",
)

collect_seldom()

Once = Callable[[str, Callable[[Path], object]], Path]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Longest first, so that two workers end together and not one of them alone with the longest. What the list names is marked slow.

    Files that need the same folder made once do not stand side by side: the second would wait for it.
    """
    items.sort(key=rank)
    for item in items:
        if rank(item) < len(LONGEST_FIRST):
            item.add_marker(pytest.mark.slow)


def rank(item: pytest.Item) -> int:
    """The place in the list of a test's file or of the folder it stands in."""
    file = item.path.relative_to(TESTS)
    named = {str(place) for place in (file, *file.parents)}
    return next((number for number, place in enumerate(LONGEST_FIRST) if place in named), len(LONGEST_FIRST))


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Once:
    """Makes a folder by its name and a function that fills it: once, also when several workers test; each has a copy of its own."""
    alone = worker_id == "master"
    shared = tmp_path_factory.getbasetemp() if alone else tmp_path_factory.getbasetemp().parent

    def made(name: str, fill: Callable[[Path], object]) -> Path:
        folder = shared / name
        with (shared / f"{name}.made").open("a+") as note:
            fcntl.flock(note, fcntl.LOCK_EX)
            note.seek(0)
            if not note.read():
                fill(folder)
                note.write("whole")
        return folder if alone else Path(shutil.copytree(folder, tmp_path_factory.mktemp(name) / name, symlinks=True))

    return made


@pytest.fixture(scope="session")
def walked(once: Once) -> Path:
    """What a walk through the samples leaves: the home, run once, and what was printed and said beside it."""
    return once("walked", among_samples)


@pytest.fixture(scope="session")
def city(walked: Path) -> City:
    """All samples, run once. Tests only ask."""
    return City(walked / "data")


@pytest.fixture(scope="session")
def newcomer(once: Once) -> Path:
    """What the first walk leaves of somebody who has just come: the home, which did not exist, and what was printed and said beside it."""
    return once("newcomer", first_walk)


@pytest.fixture(scope="session")
def one_good(once: Once) -> City:
    """One good workbook among files that are no return, run once with no network to call out to. Tests only ask."""
    return City(once("one_good", among_bad_files) / "data")


@pytest.fixture(scope="session")
def nothing(once: Once) -> Warehouse:
    """What `dbt build` makes by itself, its unit tests among it, of a home in which nothing was ever received."""

    def build(home: Path) -> None:
        City.founded(home)
        Warehouse(home).dbt("build")

    return Warehouse(once("nothing", build))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where a test founds a city of its own."""
    return tmp_path / "data"
