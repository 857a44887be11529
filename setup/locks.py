"""The four lock files, resolved again from pyproject.toml: every package pinned and hashed, for each Python and system we serve, no address.

Usage: python3 -m setup.locks  (by `make lock`)
"""

from setup.environments import PRODUCT_LOCK, ROOT, SETUP_LOCK, SUPERSET_LOCK, TOOLS_LOCK, say, uv

# A lock that names an address would bind everybody to one index; uv.lock and pylock.toml do, this form does not.
FORM = ("--quiet", "--universal", "--generate-hashes", "--no-header")


def main() -> None:
    """Resolve each lock over the old one, so that only what must move moves."""
    asked = {
        SETUP_LOCK: ("--group", "setup"),
        PRODUCT_LOCK: ("pyproject.toml", "--extra", "test"),
        TOOLS_LOCK: ("--group", "tools"),
        SUPERSET_LOCK: ("--group", "superset"),
    }
    for lock, part in asked.items():
        uv("pip", "compile", *FORM, *part, "--output-file", str(lock.relative_to(ROOT)))
        say(f"{lock.name} resolved")


if __name__ == "__main__":
    main()
