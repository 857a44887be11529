"""What stands in Superset, in the form of our files: of the objects that they make, no others, and without what differs from one installation to another."""

import yaml
from superset.commands.dashboard.export import ExportDashboardsCommand
from superset.extensions import db
from superset.models.dashboard import Dashboard

from superset_config.place import HERE
from superset_config.provisioning.sheets import take_off

ASSETS = HERE / "assets"
KINDS = ("datasets", "charts", "dashboards")


def files_now() -> dict[str, str]:
    """Each of our files as Superset would write it now; none before the first import."""
    ours = [file for kind in KINDS for file in sorted((ASSETS / kind).rglob("*.yaml"))]
    by_uuid = {yaml.safe_load(file.read_text(encoding="utf-8"))["uuid"]: str(file.relative_to(ASSETS)) for file in ours}
    pages = [page.id for page in db.session.query(Dashboard) if str(page.uuid) in by_uuid]
    if not pages:
        return {}
    found: dict[str, str] = {}
    for path, read in ExportDashboardsCommand(pages).run():
        content = yaml.safe_load(read()) if path.startswith(KINDS) else {}
        file = by_uuid.get(content.get("uuid"))
        if file:
            found[file] = as_text(steady(content))
    return found


def steady(content: dict) -> dict:
    """A file's content without numbers, and without an order, that the next installation gives anew."""
    ours: dict[int, int] = {}
    for child in content.get("position", {}).values():
        if isinstance(child, dict) and child.get("type") == "CHART":
            theirs, child["meta"]["chartId"] = child["meta"]["chartId"], number(child["meta"]["uuid"])
            ours[theirs] = child["meta"]["chartId"]
    for one in content.get("metadata", {}).get("native_filter_configuration", ()):
        one["scope"]["excluded"] = sorted(ours.get(chart, chart) for chart in one["scope"]["excluded"])
        one.pop("chartsInScope", None)
    if "css" in content:
        content["css"] = take_off(content["css"])
        content.pop("theme_uuid", None)
    if content.get("sql"):
        content["sql"] = "".join(f"{line.rstrip()}\n" for line in content["sql"].splitlines())
    for children, name in (("columns", "column_name"), ("metrics", "metric_name")):
        if isinstance(content.get(children), list):
            content[children].sort(key=lambda child, name=name: child[name])
    params = content.get("params")
    if isinstance(params, dict):
        for name in ("datasource", "slice_id", "dashboards"):
            params.pop(name, None)
    return content


def number(uuid: str) -> int:
    """A number for a chart that follows from its uuid: the import puts the installation's own in its place."""
    return int(uuid[:6], 16)


class AsInOurFiles(yaml.SafeDumper):
    """Texts of several lines stand as they are read."""


def text_of_lines(dumper: AsInOurFiles, text: str) -> yaml.ScalarNode:
    """One text."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


AsInOurFiles.add_representer(str, text_of_lines)


def as_text(content: dict) -> str:
    """YAML as our files have it."""
    return yaml.dump(content, Dumper=AsInOurFiles, allow_unicode=True, sort_keys=False, width=160)
