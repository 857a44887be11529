"""Superset's own database: its tables and its permissions, once for each lock file."""

from pathlib import Path

import superset
from flask_migrate import upgrade as migrate
from superset.extensions import appbuilder, security_manager
from superset.utils.decorators import transaction

from superset_config.place import HERE
from superset_config.provisioning.note import digest, note, noted

LOCK = HERE / "requirements.lock"


def upgrade() -> None:
    """The tables that this version of Superset wants."""
    if noted("tables") != digest([LOCK]):
        migrate(directory=str(Path(superset.__file__).parent / "migrations"))
        note("tables", digest([LOCK]))


def permissions() -> None:
    """The permissions and roles that this version of Superset knows."""
    if noted("permissions") != digest([LOCK]):
        known()
        note("permissions", digest([LOCK]))


@transaction()
def known() -> None:
    """What `superset init` does."""
    appbuilder.add_permissions(update_perms=True)
    security_manager.sync_role_definitions()
