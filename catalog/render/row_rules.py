"""Superset: the reporting units, each of which sees its own rows and no others."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from catalog.catalog import Catalog
from catalog.render.rendered import Rendered, header

FILE = Path("superset_config/access/units.yml")


def render(catalog: Catalog) -> Iterator[Rendered]:
    """`units.yml`: code and name of each reporting unit. A role and a rule by `district_code` are made of each."""
    units = [{"code": unit.code, "name": unit.name} for unit in catalog.units.reporting]
    yield Rendered(FILE, f"# {header('units')}\n{yaml.safe_dump(units, allow_unicode=True, sort_keys=False)}")
