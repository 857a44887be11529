"""The style sheets that dashboards share: each stands once, in css/, and a dashboard's file names those that it wears."""

import re

from superset_config.place import HERE

CSS = HERE / "css"
NAMED = re.compile(r"<(\w+\.css)>")


def put_on(css: str) -> str:
    """The text for Superset: each named sheet in place of its name. FileNotFoundError for a name without a sheet."""
    return NAMED.sub(lambda found: (CSS / found[1]).read_text(encoding="utf-8"), css)


def take_off(css: str) -> str:
    """The names for our file, where what stands in Superset is the sheets as they are; what was changed there stays as it is."""
    for sheet in sorted(CSS.glob("*.css")):
        css = css.replace(sheet.read_text(encoding="utf-8"), f"<{sheet.name}>")
    return css
