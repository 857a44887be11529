"""Answers to charts, kept by the version that they were read from."""

from flask import g, has_request_context
from flask_caching.backends.filesystemcache import FileSystemCache

from superset_config.place import version


class ByVersion(FileSystemCache):
    """A cache whose every key carries the published version: a new version finds nothing of the old one, and going back finds it again.

    Who may see what is in Superset's own key already. A figure is asked for first, then computed, then kept: it is kept only when the same version
    stood before and after, for between the two the link may have been switched.
    """

    def _get_filename(self, key: str) -> str:
        return super()._get_filename(f"{version()}/{key}")

    def get(self, key: str) -> object:
        """What is kept under a key of this version; notes the version for `set`."""
        if has_request_context():
            g.version_asked = version()
        return super().get(key)

    def set(self, key: str, value: object, timeout: int | None = None, **options: object) -> bool | None:
        """Keep a value, unless the version changed while it was computed."""
        if has_request_context() and getattr(g, "version_asked", version()) != version():
            return False
        return super().set(key, value, timeout=timeout, **options)
