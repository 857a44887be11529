"""uv is told what pip was told."""

import pytest

from setup.pip_settings import for_uv, pip_options

MIRROR = "global.index-url='https://mirror.example/simple'\n"


@pytest.mark.parametrize(
    ("listing", "told"),
    [
        ("", {}),
        (MIRROR, {"UV_DEFAULT_INDEX": "https://mirror.example/simple"}),
        ("install.index-url='https://b.example'\n" + MIRROR, {"UV_DEFAULT_INDEX": "https://b.example"}),
        (MIRROR + ":env:.index-url='https://c.example'\n", {"UV_DEFAULT_INDEX": "https://c.example"}),
        ("global.find-links='\\n/srv/wheels\\n/mnt/usb'\n", {"UV_FIND_LINKS": "/srv/wheels,/mnt/usb"}),
        ("global.extra-index-url='https://a https://b'\n", {"UV_INDEX": "https://a https://b", "UV_INDEX_STRATEGY": "unsafe-best-match"}),
        ("global.cert='/etc/ssl/house.pem'\nglobal.proxy='http://proxy:8080'\n", {"SSL_CERT_FILE": "/etc/ssl/house.pem", "ALL_PROXY": "http://proxy:8080"}),
        ("freeze.timeout='10'\nglobal.no-color='true'\n", {}),
    ],
)
def test_what_pip_was_told(listing: str, told: dict[str, str]) -> None:
    """Index, further indexes, folders, certificate and proxy go over; the stronger section wins; what uv has no word for is left out."""
    assert for_uv(listing, {}) == told


@pytest.mark.parametrize("own", ["UV_DEFAULT_INDEX", "UV_INDEX_URL"])
def test_what_uv_was_told_itself_stays(own: str) -> None:
    """A user who told uv an index, by the new name or the old, is not overruled by pip's."""
    assert for_uv(MIRROR, {own: "https://own.example"}) == {}


def test_a_value_with_an_equals_sign_is_read_whole() -> None:
    """Only the first `=` of a line parts name and value."""
    assert pip_options("global.index-url='https://a.example/?token=x'\n") == {"index-url": "https://a.example/?token=x"}
