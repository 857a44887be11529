"""Runs built by hand, as fixtures."""

from functools import partial

import pytest

from tests.warehouse.release.by_hand import Build, Built, candidate
from warehouse.event import VersionKeys
from warehouse.folder import Folder


@pytest.fixture
def build(folder: Folder) -> Build:
    """Build a run in the data folder; `tables` says by SQL what some of them hold instead."""
    return partial(candidate, folder)


@pytest.fixture
def built(build: Build) -> Built:
    """A run that would be published."""
    return build("run-1")


@pytest.fixture
def keys() -> VersionKeys:
    """The keys of a version."""
    return VersionKeys(readings="r", decisions="d", catalog="c", code="k", obligations="o")
