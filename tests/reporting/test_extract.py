"""Extracts: the same version gives the same bytes, beside them a manifest that can be checked, and whoever asks is written down first."""

import hashlib
import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from catalog.catalog import HOME, load
from catalog.declarations import read
from catalog.exposures import Exposures
from catalog.superset_files import READ_FROM
from reporting.extract import NoFigures, NotDeclaredThen, extract_newest
from reporting.figures import FIGURES, MONTHS
from tests.reporting.by_hand import ASKER, CITY, Office, publish
from warehouse import versions
from warehouse.access import Asker
from warehouse.access_log import AccessLog
from warehouse.folder import Folder
from warehouse.journal import Journal

ANOTHER = """\
id: disputes
title: 纠纷月表
title_of_unit: "{unit}纠纷月表"
every: month
groups:
  - {title: 纠纷, figures: [{indicator: disputes_found, title: 发现}]}
"""


def test_the_same_version_gives_the_same_bytes_whoever_asks_and_whenever(office: Office) -> None:
    """No clock and no name stands in the workbook."""
    first = office.content(office.extract())

    assert office.content(office.extract(asker=Asker("李某", ASKER.at + timedelta(days=400)))) == first


def test_the_manifest_says_what_it_was_made_from_and_who_asked(office: Office) -> None:
    """Version, table hashes, the file's own hash, declarations, coverage per figure, what is carried forward, the journal's end."""
    made = office.extract()
    beside = json.loads((office.folder.home / made.file).with_suffix(".json").read_text(encoding="utf-8"))
    figures = {figure["indicator"]: figure for figure in beside["figures"]}

    assert beside == made.model_dump(mode="json")
    assert made.file == "extracts/summary/2023-05/全市人民调解工作月度汇总表（2023年5月）.xlsx"
    assert beside["file_sha256"] == hashlib.sha256(office.content(made)).hexdigest()
    assert (beside["version"], beside["as_of"], beside["catalog"]) == (office.published.version, "2023-07-06", load().fingerprint)
    assert (beside["tables"], beside["published_sha256"]) == ({"fct_indicator": "9a3b"}, office.published.file_sha256)
    assert [figures["disputes_open"][name] for name in ("value", "coverage_ratio", "carried_forward", "missing")] == [18, 0.5, 6, ["150223"]]
    assert beside["journal"] == {"number": 1, "hash": Journal(office.folder).chain.read()[-1].hash}
    assert (beside["asked_by"], beside["asked_at"]) == ("王某", "2023-07-06T09:00:00+08:00")


def test_who_asks_is_written_down_before_anything_is_looked_up(folder: Folder) -> None:
    """Also when there is nothing to hand out."""
    office = publish(folder, load())
    with pytest.raises(NoFigures):
        office.extract(period="2023-09")
    office.extract()

    assert [(one.by, one.what, one.asked) for one in AccessLog(folder).read()] == [
        ("王某", "export", f"summary 2023-09 150200 {office.published.version}"),
        ("王某", "export", f"summary 2023-05 150200 {office.published.version}"),
    ]


@pytest.mark.parametrize("period", ["2023-03", "2023-06", "2023-Q2"])
def test_a_month_without_figures_names_the_newest_that_has_some(office: Office, period: str) -> None:
    """And writes nothing."""
    with pytest.raises(NoFigures) as caught:
        office.extract(period=period)

    assert caught.value.newest == "2023-05"
    assert not (office.folder.extracts / "summary" / period).exists()


def test_a_new_report_is_one_file(folder: Folder, declarations: Path) -> None:
    """Declared, published, there."""
    (declarations / "reports" / "disputes.yml").write_text(ANOTHER, encoding="utf-8")
    office = publish(folder, load(declarations))

    assert office.opened(office.extract("disputes"))["汇总表"]["B6"].value == 34


def test_a_version_of_other_declarations_is_not_told_in_todays_words(folder: Folder, declarations: Path) -> None:
    """A report that its declarations lack, and declarations that can no longer be read, wait for the next publish."""
    office = publish(folder, load(declarations))
    with pytest.raises(NotDeclaredThen):
        office.extract("disputes")
    kept = folder.catalogs / office.published.keys.catalog
    (kept / "extract.yml").unlink()
    load.cache_clear()

    with pytest.raises(NotDeclaredThen):
        office.extract()


@pytest.mark.parametrize(("today", "periods"), [("2023-07-06", ["2023-05"]), ("2023-05-31", ["2023-04"]), ("2023-04-30", [])])
def test_a_run_writes_every_report_of_the_newest_month_that_is_over(office: Office, today: str, periods: list[str]) -> None:
    """A month is over on the day after its last; before the first there is nothing to write."""
    made = extract_newest(office.folder, office.published, date.fromisoformat(today), ASKER)

    assert [(one.report, one.period, one.unit_code) for one in made] == [("summary", period, CITY) for period in periods]


def test_the_version_that_everybody_sees_is_found_with_its_line_of_the_journal(office: Office, folder: Folder) -> None:
    """Nothing published is said, not guessed."""
    assert versions.readable(office.folder) == office.published
    with pytest.raises(versions.UnknownVersion):
        versions.readable(folder)


def test_dbt_is_told_the_tables_that_reports_are_written_from() -> None:
    """`rests_on` in catalog/exposures.yml names what the statements of this room read."""
    assert set(READ_FROM.findall(FIGURES + MONTHS)) == set(read(HOME / "exposures.yml", Exposures).reports.rests_on)
