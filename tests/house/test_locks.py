"""The lock files pin every package with hashes, name no address, and hold what pyproject.toml asks for."""

import re
import tomllib

import pytest

from tests.house.tracked import ROOT

LOCKS = ("requirements.lock", "requirements-setup.lock", "requirements-tools.lock", "superset_config/requirements.lock")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==[^ ]+( ;.*)? \\$", re.MULTILINE)


def asked() -> dict[str, list[str]]:
    """Lock file: the requirements that pyproject.toml states for it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    product = project["project"]["dependencies"] + project["project"]["optional-dependencies"]["test"]
    groups = project["dependency-groups"]
    return dict(zip(LOCKS, (product, groups["setup"], groups["tools"], groups["superset"]), strict=True))


def name_of(requirement: str) -> str:
    """The package that a requirement is about."""
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]


def same(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_its_hashes(lock: str) -> None:
    """Each entry is one version, and at least one hash follows it; nothing else stands in the file."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"(?m)^(?=[A-Za-z0-9])", text)
    loose = [entry.splitlines()[0] for entry in entries if entry.strip() and not (PINNED.match(entry) and "--hash=sha256:" in entry)]

    assert len(entries) > 1
    assert not loose


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_stands_in_a_lock(lock: str) -> None:
    """Which index is used is the machine's business."""
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert "://" not in text
    assert not re.search(r"(?m)^\s*(-i|-f|--(extra-)?index-url|--find-links|--trusted-host)\b", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_is_asked_for(lock: str) -> None:
    """Every requirement of pyproject.toml is in its lock; `make lock` was run after the last change."""
    pinned = {same(found[1]) for found in PINNED.finditer((ROOT / lock).read_text(encoding="utf-8"))}
    lacking = [wanted for wanted in asked()[lock] if same(name_of(wanted)) not in pinned]

    assert not lacking
