"""What the user told pip (pip.conf, PIP_* variables), said again to uv, which reads neither.

So a mirror, a folder of wheels, a certificate or a proxy of the house is set once, for pip, and nothing of it stands in this repository.
"""

import ast
from collections.abc import Mapping

# pip's option: the variable by which uv is told the same, and what stands between several values.
SAME_FOR_UV = {
    "index-url": ("UV_DEFAULT_INDEX", ""),
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
    "no-index": ("UV_NO_INDEX", ""),
    "trusted-host": ("UV_INSECURE_HOST", " "),
    "timeout": ("UV_HTTP_TIMEOUT", ""),
    "default-timeout": ("UV_HTTP_TIMEOUT", ""),
    "cert": ("SSL_CERT_FILE", ""),
    "client-cert": ("SSL_CLIENT_CERT", ""),
    "proxy": ("ALL_PROXY", ""),
}
# Weakest first: what pip's own order is for `pip install`.
SECTIONS = ("global", "install", ":env:")
# Names by which a user may have told uv about its index already; then pip's index is left out.
OLDER_NAMES = {"UV_DEFAULT_INDEX": "UV_INDEX_URL", "UV_INDEX": "UV_EXTRA_INDEX_URL"}


def pip_options(listing: str) -> dict[str, str]:
    """Read what `pip config list` prints (`section.option='value'` a line); the stronger section wins."""
    options: dict[str, str] = {}
    for section in SECTIONS:
        for line in listing.splitlines():
            name, _, value = line.partition("=")
            if name.startswith(f"{section}."):
                options[name.removeprefix(f"{section}.")] = str(ast.literal_eval(value))
    return options


def for_uv(listing: str, environment: Mapping[str, str]) -> dict[str, str]:
    """Give the variables that tell uv what `pip config list` lists; what the environment says to uv itself stays as it is."""
    told: dict[str, str] = {}
    for option, value in pip_options(listing).items():
        variable, separator = SAME_FOR_UV.get(option, ("", ""))
        if variable and variable not in environment and OLDER_NAMES.get(variable, variable) not in environment:
            told[variable] = separator.join(value.split()) if separator else value
    if "UV_INDEX" in told and "UV_INDEX_STRATEGY" not in environment:
        # pip looks into every index, uv into the first that knows the name. The hashes of the lock say what may come of it.
        told["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    return told
