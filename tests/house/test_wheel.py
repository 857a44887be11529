"""The one distribution carries everything its packages need."""

import subprocess
import zipfile
from pathlib import Path

from tests.house.tracked import ROOT, paths

PACKAGES = ("catalog", "ingest", "quality", "warehouse", "reporting", "synthetic", "orchestration", "fengqiao")


def test_the_wheel_carries_every_file_of_its_packages(tmp_path: Path) -> None:
    """Declarations, templates and sample workbooks are in the wheel, not only modules."""
    builder = ROOT / ".venv-setup" / "bin" / "python"
    subprocess.run([builder, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path], cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        carried = set(wheel.namelist())

    lacking = [path for path in paths() if path.split("/")[0] in PACKAGES and path not in carried]
    assert not lacking
