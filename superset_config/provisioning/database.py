"""Superset's own database: its tables and its permissions, once for each lock file.

Making them takes a minute of migrations; what comes of it is the same on every first start. The first one therefore leaves a copy in the environment,
before anybody may come in and anything is declared, and each data folder made later begins with that copy.
"""

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import superset
from flask_migrate import upgrade as migrate
from superset.extensions import appbuilder, db, security_manager
from superset.utils.decorators import transaction

from superset_config.place import HERE, KEPT
from superset_config.provisioning.note import digest, note, noted

LOCK = HERE / "requirements.lock"
DATABASE = KEPT / "superset.db"


def begin() -> None:
    """Where nothing stands yet, the copy, should there be one: to be called before Superset opens its database."""
    if not DATABASE.exists() and blank().is_file():
        shutil.copyfile(blank(), DATABASE)
        for made in ("tables", "permissions"):
            note(made, digest([LOCK]))


def upgrade() -> None:
    """The tables that this version of Superset wants."""
    if noted("tables") != digest([LOCK]):
        migrate(directory=str(Path(superset.__file__).parent / "migrations"))
        note("tables", digest([LOCK]))


def permissions() -> None:
    """The permissions and roles that this version of Superset knows."""
    if noted("permissions") == digest([LOCK]):
        return
    known()
    note("permissions", digest([LOCK]))
    if not security_manager.get_all_users():
        keep_blank()


@transaction()
def known() -> None:
    """What `superset init` does."""
    appbuilder.add_permissions(update_perms=True)
    security_manager.sync_role_definitions()


def blank() -> Path:
    """Where the copy stands: in the environment, under the lock file that it was made from."""
    return Path(sys.prefix) / f"superset-{digest([LOCK])[:12]}.db"


def keep_blank() -> None:
    """Leave the copy, whole or not at all; where the environment is somebody else's, none."""
    if not os.access(sys.prefix, os.W_OK):
        return
    db.session.remove()
    unfinished = blank().with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(DATABASE)) as made, closing(sqlite3.connect(unfinished)) as copy:
        made.backup(copy)
    unfinished.replace(blank())
