"""Faults of declarations: each is told with file, line, key and remedy, all at once."""

import shutil
from pathlib import Path

import pytest

from catalog.catalog import HOME, declared_files, fingerprint, load
from catalog.code_list import CodeList
from catalog.declarations import read
from catalog.error import CatalogError, Fault
from catalog.period import Period

LIST = """\
id: colour
title: 颜色
source: a box of pencils
items:
  - {code: C1, title: 红, aliases: [大红]}
  - {code: C2, title: 蓝}
"""

QUARTERS_IN_MONTHS = "every: quarter\n    due_days: 10\n    first_period: 2023-04\n    last_period: 2023-Q4"


def faults_of(folder: Path, text: str) -> list[Fault]:
    """What is wrong with a code list written as `text`."""
    file = folder / "colour.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        read(file, CodeList)
    return caught.value.faults


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The real declarations, in a folder where they may be spoilt."""
    return shutil.copytree(HOME, tmp_path / "catalog", ignore=shutil.ignore_patterns("*.py", "__pycache__"))


def spoil(file: Path, old: str, new: str) -> None:
    """Replace the first `old` in a declaration; it must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_declarations_hold_together() -> None:
    """The catalog as it is checked in loads without a fault."""
    assert load().ledgers


def test_an_unknown_key_is_named_with_its_line_and_the_known_ones(tmp_path: Path) -> None:
    """Line 2, the key itself, and the keys that could have been meant."""
    (fault,) = faults_of(tmp_path, LIST.replace("title: 颜色", "titel: 颜色\ntitle: 颜色"))
    assert (fault.file.name, fault.line, fault.key) == ("colour.yml", 2, "titel")
    assert "items" in fault.remedy


def test_an_unknown_key_deep_inside_is_named_with_its_line(tmp_path: Path) -> None:
    """The path to the key and the line it stands on, not that of the list."""
    (fault,) = faults_of(tmp_path, LIST.replace("title: 蓝", "titel: 蓝, title: 蓝"))
    assert (fault.line, fault.key) == (6, "items.1.titel")


def test_a_missing_key_is_named_with_what_surrounds_it(tmp_path: Path) -> None:
    """What is not there has no line: the entry that lacks it is named."""
    (fault,) = faults_of(tmp_path, LIST.replace("{code: C2, title: 蓝}", "{code: C2}"))
    assert (fault.line, fault.key, fault.remedy) == (6, "items.1.title", "add it")


def test_a_key_written_twice_is_a_fault(tmp_path: Path) -> None:
    """YAML would keep the second and lose the first without a word."""
    (fault,) = faults_of(tmp_path, LIST + "title: 颜料\n")
    assert (fault.line, fault.key, fault.wrong) == (7, "title", "stands twice")


def test_broken_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    """A bracket that is never closed is a fault of its line, no traceback."""
    (fault,) = faults_of(tmp_path, LIST.replace("title: 蓝}", "title: 蓝"))
    assert fault.line >= 6


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    """Two wrong keys are two faults, not one and another after it."""
    assert len(faults_of(tmp_path, LIST.replace("id: colour", "ident: colour"))) == 2


def test_a_word_that_stands_for_two_codes_is_a_fault(tmp_path: Path) -> None:
    """A list in which a word is two things cannot be read without guessing."""
    (fault,) = faults_of(tmp_path, LIST.replace("title: 蓝", "title: 蓝, aliases: [大 红]"))
    assert "stands for C1 and for C2" in fault.wrong


def test_a_roll_up_that_leads_nowhere_is_a_fault(tmp_path: Path) -> None:
    """A local sub-type rolls up to a code of its own list."""
    (fault,) = faults_of(tmp_path, LIST.replace("title: 蓝", "title: 蓝, rolls_up_to: C9"))
    assert "'C9'" in fault.wrong


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("ledgers/dispute.yml", "codes: difficulty", "codes: difficult", "'difficult' is no code list"),
        ("ledgers/dispute.yml", "- [case_no]", "- [case_number]", "case_number: no such column"),
        ("ledgers/dispute.yml", "code: copied_text", "code: copied", "no such problem code"),
        ("indicators/disputes_open.yml", "ledgers: [dispute]", "ledgers: [disputes]", "'disputes' is not declared"),
        ("indicators/disputes_open.yml", "id: disputes_open", "id: open_disputes", "call the file open_disputes.yml"),
        ("indicators/disputes_open.yml", "unit: 件", "unit: 元", "元 asks for `sums`"),
        ("indicators/disputes_open.yml", "better: less", "target: {ratio: 0.15, by: 2025-12-31}", "a target is a share"),
        ("rules/open_dispute_disappeared.yml", "ledger: dispute", "ledger: disputes", "'disputes' is not declared"),
        ("rules/open_dispute_disappeared.yml", "key: dispute_key", "key: dispute_key\nfield: state", "dispute has no column 'state'"),
        ("rules/open_dispute_disappeared.yml", "months: [{", "month: [{", "'month' is not read by the rule"),
        ("rules/open_dispute_disappeared.yml", "facts: [{", "facts: [{dispute_key: another}, {", "rows of one dispute_key"),
        ("indicators/resolved_rate.yml", "numerator: 已", "numerator: 未", "a share, and nothing else, names `numerator`"),
        ("reports/summary.yml", "indicator: claims", "indicator: claim", "'claim' is not declared"),
        ("reports/summary.yml", "indicator: claims", "indicator: mediators", "以案定补: its figures rest on different ledgers"),
        ("units/150203.yml", 'parent: "150200"', 'parent: "150299"', "'150299' is no unit"),
        ("units/150203.yml", 'code: "150203003"', 'code: "150203001"', "declared twice"),
        ("duties.yml", "every: quarter\n    due_days: 10\n    during: campaign_2023", QUARTERS_IN_MONTHS, "'2023-04' is no quarter"),
        ("problems.yml", "“{title}”没有填", "“{column}”没有填", "{column} is no fact of a problem"),
    ],
)
def test_a_name_that_leads_nowhere_is_a_fault(copied: Path, name: str, old: str, new: str, said: str) -> None:
    """Each file may be right by itself and still name what nobody declares."""
    spoil(copied / name, old, new)
    with pytest.raises(CatalogError) as caught:
        load(copied)
    assert any(said in str(fault) and fault.file == copied / name for fault in caught.value.faults)


def test_every_declaration_names_its_schema() -> None:
    """The first line lets an editor complete and check what is written."""
    for file in declared_files():
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema="), file
        assert "/schema/" in first or first.partition("$schema=")[2].startswith("schema/"), file


def test_the_fingerprint_follows_the_declarations(copied: Path) -> None:
    """The same declarations elsewhere have the same fingerprint; one changed word another."""
    assert fingerprint(copied) == fingerprint(HOME)
    spoil(copied / "codes/dispute_type.yml", "讨薪", "讨要工资")
    assert fingerprint(copied) != fingerprint(HOME)


def test_a_reading_depends_on_what_it_used_and_on_nothing_else(copied: Path) -> None:
    """A changed code list makes the ledgers stale that use it, and no other; a changed sentence makes none stale, a changed weight all."""
    before = load(copied)
    stale = {ledger: before.reading_fingerprint(ledger) for ledger in before.ledgers}

    spoil(copied / "codes/dispute_type.yml", "讨薪", "讨要工资")
    assert load(copied).reading_fingerprint("dispute") != stale["dispute"]
    assert load(copied).reading_fingerprint("screening_round") == stale["screening_round"]

    spoil(copied / "problems.yml", "按案件材料补填", "补填")
    assert load(copied).reading_fingerprint("screening_round") == stale["screening_round"]
    load.cache_clear()
    spoil(copied / "problems.yml", "severity: hint", "severity: explain")
    assert load(copied).reading_fingerprint("screening_round") != stale["screening_round"]


def test_what_is_over_stays_declared() -> None:
    """A declaration ends by `until`; its last day counts, the next does not."""
    unit = load().units["150203"].model_copy(update={"until": Period.parse("2023-06").end})
    assert unit.holds_on(Period.parse("2023-06").end)
    assert not unit.holds_on(Period.parse("2023-07").start)
