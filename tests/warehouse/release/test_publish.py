"""Publishing: what everybody sees changes in one step, or not at all."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from catalog.catalog import load
from tests.warehouse.release.by_hand import Build, Built
from warehouse import kept_catalog, versions
from warehouse.event import Published, VersionKeys
from warehouse.folder import Folder
from warehouse.journal import Journal
from warehouse.publish import NotPublished, OtherFigures, latest, publish, rollback

ONE_MORE = "select 'd' || row as dispute_key, '150203' as unit_code, '150203' as district_code, '2023-04' as period from range(4) t(row)"


def keys(readings: str) -> VersionKeys:
    """The keys of a version that was built from other readings."""
    return VersionKeys(readings=readings, decisions="d", catalog="c", code="k", obligations="o")


def shown(folder: Folder) -> str:
    """The version that everybody sees."""
    return Path(folder.current).resolve().stem


def tree(folder: Folder) -> dict[str, tuple[int, int]]:
    """Every file below published/ and the journal, with what tells whether it was touched."""
    files = [file for place in (folder.published, folder.journal) for file in place.rglob("*")]
    return {str(file): (file.lstat().st_ino, file.lstat().st_mtime_ns) for file in files}


def published(folder: Folder) -> list[Published]:
    """Every publish in the journal."""
    return versions.publishes(folder)


def test_a_candidate_that_holds_is_published(built: Built) -> None:
    """An immutable file named by its keys, written down with hashes, shown by the link; its declarations are kept."""
    event = publish(built.run, keys("a"))

    file = built.run.folder.published / f"{event.version}.duckdb"
    assert shown(built.run.folder) == event.version == keys("a").version
    assert file.stat().st_mode & 0o777 == 0o444
    assert published(built.run.folder) == [event]
    assert (built.run.folder.catalogs / built.run.catalog.fingerprint / "ledgers" / "dispute.yml").is_file()


def test_a_candidate_that_does_not_hold_changes_nothing_that_anybody_sees(built: Built, build: Build) -> None:
    """A failing dbt test: what was published stays, no line is written, the error names the test."""
    publish(built.run, keys("a"))
    before = tree(built.run.folder)
    broken = build("run-2")
    broken.report("results", ("test.fengqiao.unique_dispute_key", "fail"))

    with pytest.raises(NotPublished, match="unique_dispute_key"):
        publish(broken.run, keys("b"))

    assert tree(built.run.folder) == before


def test_the_same_keys_and_figures_rewrite_nothing(built: Built, build: Build) -> None:
    """Built again from the same, nothing is touched: no file, no link, no line."""
    first = publish(built.run, keys("a"))
    before = tree(built.run.folder)

    assert publish(build("run-2").run, keys("a")) == first
    assert tree(built.run.folder) == before


def test_the_same_keys_with_other_figures_are_refused(built: Built, build: Build) -> None:
    """What decides the figures is in no key (an upgraded engine): the table is named, what was published stays."""
    publish(built.run, keys("a"))

    with pytest.raises(OtherFigures, match="fct_dispute") as refused:
        publish(build("run-2", fct_dispute=ONE_MORE).run, keys("a"))

    assert refused.value.tables == ("fct_dispute",)


def test_what_was_withheld_may_come_later_under_the_same_keys(built: Built, build: Build) -> None:
    """A promise that could not be judged the first time is published once it is."""
    publish(built.run, keys("a"), withheld=("did_not_run dispute.plan_given",))

    event = publish(build("run-2", fct_dispute=ONE_MORE).run, keys("a"))

    assert event.withheld == ()
    assert published(built.run.folder)[-1] == event


def test_the_hashes_do_not_know_run_or_order(built: Built, build: Build) -> None:
    """Another run with its rows the other way round has the same hashes."""
    backwards = "select * from (select 'd' || row as dispute_key, '150203' as unit_code, '150203' as district_code, '2023-04' as period from range(3) t(row)) "
    first = publish(built.run, keys("a"))

    second = publish(build("run-2", fct_dispute=backwards + "order by dispute_key desc").run, keys("b"))

    assert first.tables == second.tables


def test_a_damaged_version_is_put_back_by_the_next_build(built: Built, build: Build) -> None:
    """A published file that is no longer what was written down is made again from the same keys."""
    event = publish(built.run, keys("a"))
    file = built.run.folder.published / event.file
    file.chmod(0o644)
    file.write_bytes(b"damaged")

    again = publish(build("run-2").run, keys("a"))

    assert versions.is_whole(built.run.folder, again)
    assert again.tables == event.tables


def test_a_file_that_no_line_tells_of_is_replaced(built: Built) -> None:
    """A run killed between file and journal left it; the next one ends as if it had not happened."""
    (built.run.folder.published / f"{keys('a').version}.duckdb").write_bytes(b"of a killed run")

    event = publish(built.run, keys("a"))

    assert versions.is_whole(built.run.folder, event)


def test_a_publish_killed_before_the_link_was_switched_is_brought_to_its_end(built: Built, build: Build) -> None:
    """The journal tells what everybody is to see; `settle` shows it."""
    first = publish(built.run, keys("a"))
    second = publish(build("run-2").run, keys("b"))
    versions.point(built.run.folder, first.file)

    assert versions.settle(built.run.folder) == second
    assert shown(built.run.folder) == second.version


def test_a_reader_keeps_the_old_file_while_a_new_one_is_published(built: Built, build: Build) -> None:
    """An open reader goes on with what it opened; who opens now gets the new one."""
    publish(built.run, keys("a"))
    with duckdb.connect(str(built.run.folder.current.resolve()), read_only=True) as reader:
        assert reader.sql("select count(*) from fct_dispute").fetchone() == (3,)

        publish(build("run-2", fct_dispute=ONE_MORE).run, keys("b"))

        assert reader.sql("select count(*), count(distinct dispute_key) from fct_dispute").fetchone() == (3, 3)
    with duckdb.connect(str(built.run.folder.current.resolve()), read_only=True) as reader:
        assert reader.sql("select count(*) from fct_dispute").fetchone() == (4,)


def test_a_build_as_of_a_past_day_does_not_move_what_everybody_sees(built: Built, build: Build) -> None:
    """It stands beside, named by day and version."""
    publish(built.run, keys("a"))
    past = build("run-2")

    event = publish(replace(past.run, as_of=datetime(2023, 5, 6, tzinfo=UTC)), keys("b"))

    assert event.file == f"as-of/2023-05-06-{event.version}.duckdb"
    assert (built.run.folder.published / event.file).is_file()
    assert shown(built.run.folder) == keys("a").version


def test_rollback_shows_an_earlier_version_and_latest_the_newest(built: Built, build: Build) -> None:
    """Both are lines in the journal; the listing says which one is shown."""
    first, second = publish(built.run, keys("a")), publish(build("run-2").run, keys("b"))

    rollback(built.run.folder, first.version)
    assert [(one.published.version, one.is_current) for one in versions.listing(built.run.folder)] == [(first.version, True), (second.version, False)]

    assert latest(built.run.folder) == second
    assert shown(built.run.folder) == second.version


def test_a_pin_holds_until_something_was_delivered_and_published(built: Built, build: Build) -> None:
    """A build without a delivery leaves the pinned version; a delivery alone too; the publish after it does not."""
    folder = built.run.folder
    first, second = publish(built.run, keys("a")), publish(build("run-2").run, keys("b"))
    rollback(folder, first.version)

    third = publish(build("run-3").run, keys("c"))
    assert shown(folder) == first.version

    built.deliver()
    versions.settle(folder)
    assert shown(folder) == first.version

    publish(build("run-4").run, keys("c"))
    assert shown(folder) == third.version != second.version


def test_a_run_that_failed_leaves_its_work_until_another_has_published(built: Built, build: Build) -> None:
    """So that it can be looked at; the lists for a dbt build without a run stay."""
    (built.run.work / "candidate.duckdb.wal").write_bytes(b"half")
    with pytest.raises(NotPublished):
        publish(built.run, keys("a"))
    assert built.run.candidate.exists()

    second = build("run-2").run
    publish(second, keys("a"))

    assert sorted(folder.name for folder in second.folder.work.iterdir()) == ["lists", "run-2"]


def test_an_unknown_version_cannot_be_shown(built: Built) -> None:
    """Nor one whose file is gone; nothing is written down."""
    event = publish(built.run, keys("a"))
    (built.run.folder.published / event.file).unlink()
    lines = len(Journal(built.run.folder).read())

    for version in ("0" * 16, event.version):
        with pytest.raises(versions.UnknownVersion):
            rollback(built.run.folder, version)
    assert len(Journal(built.run.folder).read()) == lines


def test_a_catalog_edited_while_a_run_builds_is_the_next_runs(built: Built, build: Build, tmp_path: Path) -> None:
    """Kept at the beginning, it is what the publish used; not kept by then, nothing is published under its name."""
    home = tmp_path / "catalog"
    shutil.copytree(built.run.catalog.home, home)
    run = replace(built.run, catalog=load(home))
    begun_with = run.catalog.fingerprint
    (home / "wording.yml").write_text((home / "wording.yml").read_text(encoding="utf-8") + "\n# edited\n", encoding="utf-8")

    with pytest.raises(kept_catalog.CatalogMoved):
        publish(run, keys("a"))
    assert published(run.folder) == []

    kept_catalog.keep(build("run-2").run.catalog, run.folder)  # as a run does at its beginning: the same declarations, before the edit
    publish(run, keys("a"))
    assert [folder.name for folder in run.folder.catalogs.iterdir()] == [begun_with]
