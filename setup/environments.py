"""The environments of this checkout, each made from its own lock file, once, and again only when that changed.

    .venv-setup     uv and what builds the project    requirements-setup.lock
    .venv           the product and its tests         requirements.lock
    .venv-tools     linters and the type checker      requirements-tools.lock
    .venv-superset  Superset, a process of its own   superset_config/requirements.lock

Usage: python3 -m setup.environments product|tools|superset|browser …  (by way of `setup/start`, which finds the Python)
"""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from ctypes.util import find_library
from pathlib import Path

from setup.pip_settings import for_uv

ROOT = Path(__file__).resolve().parent.parent
SETUP, PRODUCT, TOOLS, SUPERSET = ROOT / ".venv-setup", ROOT / ".venv", ROOT / ".venv-tools", ROOT / ".venv-superset"
SETUP_LOCK, PRODUCT_LOCK, TOOLS_LOCK = (ROOT / f"requirements{part}.lock" for part in ("-setup", "", "-tools"))
SUPERSET_LOCK = ROOT / "superset_config" / "requirements.lock"
BROWSER = ("chromium", "fonts-noto-cjk", "libatomic1")  # as Debian calls them; the last one is for the driver of the browser, which brings its own node
ROOM_NEEDED = 5 * 1024**3  # bytes: 1.0 GB the product, 1.0 GB Superset, 0.3 GB the tools, as much again while packages are unpacked


class SetUpError(Exception):
    """The set-up cannot go on; the message says why and what to do."""


def main(wanted: list[str]) -> int:
    """Make the environments that are named; 0 when they stand, 1 with a sentence on standard error when not."""
    makers = {"product": make_product, "tools": make_tools, "superset": make_superset, "browser": find_browser}
    if not wanted or set(wanted) - makers.keys():
        sys.stderr.write("usage: setup/start product|tools|superset|browser …\n")
        return 2
    try:
        for name in wanted:
            makers[name]()
    except SetUpError as error:
        sys.stderr.write(f"fengqiao: {error}\n")
        return 1
    return 0


def make_product() -> None:
    """The product with its tests, and the project itself, editable, so that `.venv/bin/fengqiao` runs this checkout."""
    made_from = digest(PRODUCT_LOCK, SETUP_LOCK, ROOT / "pyproject.toml")
    if stands(PRODUCT, made_from):
        return
    make_setup()
    room_for_it()
    with_uv(PRODUCT, PRODUCT_LOCK)
    say("the project itself, editable")
    uv("pip", "install", "--quiet", "--no-deps", "--build-constraints", str(SETUP_LOCK), "--editable", str(ROOT), "--python", str(python_of(PRODUCT)))
    keep(PRODUCT, made_from)


def make_tools() -> None:
    """Linters and the type checker. They see the product's packages after their own, so that types of both are known."""
    made_from = digest(TOOLS_LOCK, SETUP_LOCK)
    if stands(TOOLS, made_from):
        return
    make_setup()
    with_uv(TOOLS, TOOLS_LOCK)
    packages_of(TOOLS).joinpath("product.pth").write_text(f"{packages_of(PRODUCT)}\n", encoding="utf-8")
    keep(TOOLS, made_from)


def make_superset() -> None:
    """Superset with what it needs. It holds back packages that the product needs newer, and runs as a process of its own."""
    made_from = digest(SUPERSET_LOCK, SETUP_LOCK)
    if stands(SUPERSET, made_from):
        return
    make_setup()
    with_uv(SUPERSET, SUPERSET_LOCK)
    keep(SUPERSET, made_from)


def find_browser() -> None:
    """Chromium with Chinese letters, which the tests of the dashboards look through: asked of apt where that may be, else said."""
    if shutil.which(BROWSER[0]) and find_library("atomic"):
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        say(f"this machine lacks some of {', '.join(BROWSER)}; asking apt for them")
        run("apt-get", "update", "-qq")
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *BROWSER, told={"DEBIAN_FRONTEND": "noninteractive"})
    else:
        raise SetUpError(f"the tests of the dashboards need a browser. An administrator types:  apt-get install {' '.join(BROWSER)}")


def make_setup() -> None:
    """uv, by pip, in a small environment of its own: the machine's Python is left as it is."""
    made_from = digest(SETUP_LOCK)
    if stands(SETUP, made_from):
        return
    say(f"{SETUP.name} from {SETUP_LOCK.name}")
    run(sys.executable, "-m", "venv", "--clear", str(SETUP))
    run(str(python_of(SETUP)), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes", "--requirement", str(SETUP_LOCK))
    keep(SETUP, made_from)


def with_uv(environment: Path, lock: Path) -> None:
    """An environment that holds exactly what its lock names, each file checked against its hash."""
    say(f"{environment.name} from {lock.name}")
    began = time.monotonic()
    (environment / "made-from").unlink(missing_ok=True)
    if not works(environment):
        uv("venv", "--quiet", "--clear", "--python", sys.executable, str(environment))
    # Without compiled files every import costs two to three times as much where PYTHONDONTWRITEBYTECODE is set.
    uv("pip", "sync", "--quiet", "--require-hashes", "--compile-bytecode", "--python", str(python_of(environment)), str(lock))
    say(f"{environment.name} stands ({time.monotonic() - began:.0f} s)")


def uv(*arguments: str) -> None:
    """Run uv with what pip was told."""
    listing = subprocess.run([python_of(SETUP), "-m", "pip", "config", "list"], capture_output=True, text=True, check=False).stdout
    told = {"UV_PYTHON_DOWNLOADS": "never", "UV_NO_PROGRESS": "1"} | for_uv(listing, os.environ)
    run(str(SETUP / "bin" / "uv"), *arguments, told=told)


def run(*command: str, told: dict[str, str] | None = None) -> None:
    """Run a command in the checkout; SetUpError when it fails. Its own words have been shown by then."""
    if subprocess.run(command, cwd=ROOT, env=os.environ | (told or {}), check=False).returncode:
        raise SetUpError(
            f"`{Path(command[0]).name} {' '.join(command[1:4])} …` failed; its own words stand above.\n"
            "  If a package could not be fetched: packages come from the index that pip uses on this machine (pip config list);\n"
            "  a mirror, a folder of wheels, a certificate or a proxy is set there or by PIP_INDEX_URL, PIP_FIND_LINKS, PIP_CERT, PIP_PROXY.\n"
            "  The same command may be typed again: it goes on where it stopped."
        )


def room_for_it() -> None:
    """Say before an hour of downloads, not after, that the disk is too small."""
    free = shutil.disk_usage(ROOT).free
    if free < ROOM_NEEDED and not PRODUCT.exists():
        raise SetUpError(f"the disk has {free / 1024**3:.1f} GB free, the environments need {ROOM_NEEDED / 1024**3:.0f} GB: make room, then type it again")


def digest(*inputs: Path) -> str:
    """What an environment was made from: its inputs, and the Python that it runs on."""
    total = hashlib.sha256(sys.version.encode())
    for file in inputs:
        total.update(file.read_bytes())
    return total.hexdigest()


def stands(environment: Path, made_from: str) -> bool:
    """The environment was made to its end, from these inputs, and its Python still runs."""
    note = environment / "made-from"
    return note.is_file() and note.read_text(encoding="utf-8") == made_from and works(environment)


def works(environment: Path) -> bool:
    """The environment has a Python of the version at hand; its link leads nowhere once the machine's Python was taken away."""
    return python_of(environment).exists() and packages_of(environment).is_dir()


def keep(environment: Path, made_from: str) -> None:
    """Note what the environment was made from, last of all: a set-up that was broken off starts again."""
    (environment / "made-from").write_text(made_from, encoding="utf-8")


def python_of(environment: Path) -> Path:
    """The environment's interpreter."""
    return environment / "bin" / "python"


def packages_of(environment: Path) -> Path:
    """The environment's folder of installed packages."""
    return environment / "lib" / f"python{sysconfig.get_python_version()}" / "site-packages"


def say(words: str) -> None:
    """One line of progress."""
    sys.stdout.write(f"fengqiao: {words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
