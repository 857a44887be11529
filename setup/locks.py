"""The three lock files, resolved again from pyproject.toml: every package pinned and hashed, for each Python and system we serve, no address.

Usage: python3 -m setup.locks  (by `make lock`)
"""

from setup.environments import PRODUCT_LOCK, SETUP_LOCK, TOOLS_LOCK, say, uv

# A lock that names an address would bind everybody to one index; uv.lock and pylock.toml do, this form does not.
FORM = ("--quiet", "--universal", "--generate-hashes", "--no-header")


def main() -> None:
    """Resolve each lock over the old one, so that only what must move moves."""
    for lock, part in ((SETUP_LOCK, ("--group", "setup")), (PRODUCT_LOCK, ("pyproject.toml", "--extra", "test")), (TOOLS_LOCK, ("--group", "tools"))):
        uv("pip", "compile", *FORM, *part, "--output-file", lock.name)
        say(f"{lock.name} resolved")


if __name__ == "__main__":
    main()
