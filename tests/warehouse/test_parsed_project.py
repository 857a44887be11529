"""The parsed project that runs share."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from warehouse import parsed_project
from warehouse.parsed_project import TARGET, manifest_file


def test_two_that_need_it_at_once_parse_it_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second waits and takes what the first has made: two that write the same files leave a damaged one."""
    parsed = []

    def slowly(project: Path) -> None:
        time.sleep(0.5)
        (project / TARGET / "manifest.json").write_text("{}", encoding="utf-8")
        parsed.append(project)

    (tmp_path / "dbt_project.yml").write_text("name: small", encoding="utf-8")
    monkeypatch.setattr(parsed_project, "parse", slowly)
    with ThreadPoolExecutor(2) as both:
        found = list(both.map(manifest_file, [tmp_path, tmp_path]))

    assert [file.read_text(encoding="utf-8") for file in found] == ["{}", "{}"]
    assert parsed == [tmp_path]
