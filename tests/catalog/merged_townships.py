"""Two townships of 土默特右旗 that are merged within 2023, and a village of the new one, written into a copy of the declarations as the bureau would."""

import shutil
from datetime import date
from pathlib import Path

from catalog.catalog import HOME, Catalog, load

LAST_DAY, FIRST_DAY = date(2023, 6, 30), date(2023, 7, 1)
MERGED, BOTH = ("150221213", "150221214"), "150221109"  # 海子乡 and 明沙淖乡; the code of the new one is invented
ENDS = 'until: 2023-06-30, succeeded_by: "150221109"'
NEW = """
townships:
  - code: "150221109"
    name: 新合镇
    kind: town
    since: 2023-07-01
    aliases: [新合]
    villages: [{code: "150221109201", name: 试验一村, kind: village, since: 2023-07-01}]
"""
EDITS = (
    ("name: 海子乡, kind: township,", f"name: 海子乡, kind: township, {ENDS},"),
    ("name: 明沙淖乡, kind: township,", f"name: 明沙淖乡, kind: township, {ENDS},"),
    ("\ntownships:\n", NEW),
)


def merged(folder: Path) -> Catalog:
    """The declarations below `folder`, with the merger."""
    home = shutil.copytree(HOME, folder / "catalog", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    file = home / "units/150221.yml"
    text = file.read_text(encoding="utf-8")
    for old, new in EDITS:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    return load(home)
