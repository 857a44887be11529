"""Runs built by hand, as fixtures."""

import shutil
from functools import partial

import pytest

from catalog.catalog import HOME, Catalog, load
from tests.warehouse.release.by_hand import Build, Built, candidate
from warehouse.event import VersionKeys
from warehouse.folder import Folder


@pytest.fixture(scope="session")
def declared(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The catalog, from a copy that nobody edits meanwhile: publishing looks whether it is still as it was read."""
    home = tmp_path_factory.mktemp("declared") / "catalog"
    shutil.copytree(HOME, home)
    return load(home)


@pytest.fixture
def build(folder: Folder, declared: Catalog) -> Build:
    """Build a run in the data folder; `tables` says by SQL what some of them hold instead."""
    return partial(candidate, folder, declared)


@pytest.fixture
def built(build: Build) -> Built:
    """A run that would be published."""
    return build("run-1")


@pytest.fixture
def keys() -> VersionKeys:
    """The keys of a version."""
    return VersionKeys(readings="r", decisions="d", catalog="c", code="k", obligations="o")
