"""What a connection to the published file knows of it: its version, which is its name, and when it was published."""

from datetime import datetime, timedelta, timezone
from typing import Any

from sqlalchemy.engine.url import URL

from superset_config.place import CURRENT

CHINA = timezone(timedelta(hours=8))


def of_one_version(address: URL, settings: dict[str, Any], *_asked: object) -> tuple[URL, dict[str, Any]]:
    """Called by Superset for each connection: open the file that the link leads to, and let its queries read the time of its publishing.

    DuckDB names a database by its file, so that `current_database()` is the version; the time stands in the setting in which a program may say who it is.
    Both are of the file that is read, also while the link is switched. Where nothing is published, Superset fails as it would without us.
    """
    if address.database != str(CURRENT) or not CURRENT.exists():
        return address, settings
    file = CURRENT.resolve()
    published_at = datetime.fromtimestamp(file.stat().st_mtime, CHINA)
    told = settings.get("connect_args", {})
    config = told.get("config", {}) | {"custom_user_agent": f"{published_at:%Y-%m-%dT%H:%M}"}
    return address.set(database=str(file)), settings | {"connect_args": told | {"config": config}}
