"""Databases, datasets, charts and dashboards: files in, files out."""

import json
from pathlib import Path

import yaml
from superset.commands.importers.v1.assets import ImportAssetsCommand
from superset.connectors.sqla.models import SqlaTable
from superset.extensions import db, security_manager
from superset.models.core import Theme
from superset.models.dashboard import Dashboard
from superset.models.slice import Slice
from superset.utils.decorators import transaction

from superset_config import look
from superset_config.place import CURRENT, HERE
from superset_config.provisioning import access
from superset_config.provisioning.export import files_now
from superset_config.provisioning.note import digest, note, noted
from superset_config.provisioning.sheets import CSS, put_on

ASSETS = HERE / "assets"
PLACE_OF_CURRENT = "<published/current.duckdb>"  # in the database's file: it differs from folder to folder
KINDS = {"dashboards": Dashboard, "charts": Slice, "datasets": SqlaTable}
WALL_SLUG = "wall"


def bring_in(*, only_if_changed: bool = False) -> dict[str, object]:
    """Make Superset's objects what the files say, remove those whose file was removed, leave all others alone. Says what was changed."""
    files = sorted(ASSETS.rglob("*.yaml"))
    state = digest([*files, *CSS.iterdir(), *(HERE / "access").glob("*.yml"), *HERE.glob("*.py")]) + str(CURRENT)
    if only_if_changed and noted("objects") == state:
        return {"changed": [], "removed": []}
    access.act_as_first_user()
    before = files_now()
    contents = {str(file.relative_to(ASSETS)): for_superset(file) for file in files}
    ImportAssetsCommand(contents).run()
    removed = prune({name: yaml.safe_load(text).get("uuid") for name, text in contents.items()})
    roles = access.roles()
    access.rules()
    finish(roles)
    after = files_now()
    note("objects", state)
    return {"changed": sorted(name for name, text in after.items() if before.get(name) != text), "removed": removed}


def for_superset(file: Path) -> str:
    """A file's text with what stands elsewhere put in: where the published file is, and the style sheets."""
    text = file.read_text(encoding="utf-8").replace(PLACE_OF_CURRENT, str(CURRENT))
    if file.parent.name != "dashboards":
        return text
    content = yaml.safe_load(text)
    return yaml.safe_dump(content | {"css": put_on(content["css"])}, allow_unicode=True)


def bring_back() -> dict[str, object]:
    """Write what stands in Superset over our files, in their own form; says which files changed."""
    access.act_as_first_user()
    changed = []
    for name, text in files_now().items():
        file = ASSETS / name
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            changed.append(name)
    return {"changed": changed}


@transaction()
def prune(uuids: dict[str, str | None]) -> list[str]:
    """Remove objects that an earlier import made and no file makes any more."""
    once = noted("uuids") or {}
    removed = []
    for name in sorted(once.keys() - uuids.keys()):
        kind = KINDS.get(name.partition("/")[0])
        if kind and once[name] not in uuids.values() and (gone := db.session.query(kind).filter_by(uuid=once[name]).one_or_none()):
            db.session.delete(gone)
            removed.append(name)
    note("uuids", uuids)
    return removed


@transaction()
def finish(roles: list[str]) -> None:
    """What the import leaves out: who may open a dashboard, that it is published, what its filters act on, how the wall looks."""
    theme = db.session.query(Theme).filter_by(theme_name=look.WALL_NAME).one_or_none() or Theme(theme_name=look.WALL_NAME)
    theme.json_data = json.dumps({"token": look.WALL, "algorithm": "dark"}, ensure_ascii=False)
    db.session.add(theme)
    db.session.flush()
    for dashboard in ours():
        dashboard.published = True
        dashboard.roles = [security_manager.find_role(name) for name in roles]
        dashboard.theme_id = theme.id if dashboard.slug.startswith(WALL_SLUG) else None
        dashboard.json_metadata = json.dumps(scoped(dashboard), ensure_ascii=False)


def ours() -> list[Dashboard]:
    """The dashboards that files make."""
    return [db.session.query(Dashboard).filter_by(uuid=yaml.safe_load(file.read_text(encoding="utf-8"))["uuid"]).one() for file in pages()]


def pages() -> list[Path]:
    """The files of the dashboards."""
    return sorted((ASSETS / "dashboards").glob("*.yaml"))


def scoped(dashboard: Dashboard) -> dict:
    """A dashboard's metadata in which each filter knows the charts it acts on: their numbers are known only now."""
    metadata = json.loads(dashboard.json_metadata)
    charts = {chart.id for chart in dashboard.slices}
    for one in metadata.get("native_filter_configuration", ()):
        one["chartsInScope"] = sorted(charts - set(one["scope"]["excluded"]))
    return metadata
