"""Roles, the rows that each may see, and who comes in."""

import secrets
from fnmatch import fnmatchcase

import yaml
from superset.connectors.sqla.models import RowLevelSecurityFilter, SqlaTable
from superset.extensions import db, security_manager
from superset.utils.decorators import transaction

from superset_config.place import HERE

ROLES = HERE / "access" / "roles.yml"
UNITS = HERE / "access" / "units.yml"
FIRST_USER = "admin"
PASSWORD_BYTES = 12
BASE = "fengqiao: nobody"
NOTHING = "1 = 0"


def declared() -> dict[str, dict]:
    """The roles of the file; one that sees its own unit stands once for each unit. A role's `rule` is the SQL of the rows it sees; None: all."""
    roles: dict[str, dict] = {}
    units = yaml.safe_load(UNITS.read_text(encoding="utf-8"))
    for name, role in yaml.safe_load(ROLES.read_text(encoding="utf-8")).items():
        if role["units"] == "all":
            roles[name] = role | {"rule": None}
            continue
        for unit in units:
            roles[f"{name}·{unit['name']}"] = role | {"rule": f"district_code = '{unit['code']}'"}
    return roles


@transaction()
def roles() -> list[str]:
    """Every declared role with exactly its permissions; their names."""
    gamma = security_manager.find_role("Gamma").permissions
    made = declared()
    for name, role in made.items():
        kept = [one for one in gamma if not any(names(one, pair) for pair in role["without"])]
        more = [security_manager.add_permission_view_menu(*pair) for pair in role.get("with", ())]
        security_manager.add_role(name).permissions = list(dict.fromkeys(kept + more))
    return list(made)


def names(permission: object, pair: list[str]) -> bool:
    """A permission is what a pair of names says, each of which may be a pattern."""
    return fnmatchcase(permission.permission.name, pair[0]) and fnmatchcase(permission.view_menu.name, pair[1])


@transaction()
def rules() -> None:
    """Nobody sees a row of any dataset, but Superset's administrator, who sees all, and each declared role, which sees what its rule lets it see."""
    tables = db.session.query(SqlaTable).all()
    made = declared()
    admin = security_manager.find_role("Admin")
    wanted = {BASE: ("Base", NOTHING, [admin, *(security_manager.find_role(name) for name in made)])}
    wanted |= {f"fengqiao: {name}": ("Regular", role["rule"], [security_manager.find_role(name)]) for name, role in made.items() if role["rule"]}
    standing = {rule.name: rule for rule in db.session.query(RowLevelSecurityFilter).filter(RowLevelSecurityFilter.name.startswith("fengqiao: "))}
    for name in standing.keys() - wanted.keys():
        db.session.delete(standing[name])
    for name, (kind, clause, held_by) in wanted.items():
        rule = standing.get(name) or RowLevelSecurityFilter(name=name)
        rule.filter_type, rule.clause, rule.roles, rule.tables = kind, clause, held_by, tables
        rule.group_key = None if kind == "Base" else "unit"  # who holds two units' roles sees both
        db.session.add(rule)


def first_user() -> dict[str, str] | None:
    """The administrator with a password that nobody has seen yet; None when somebody may come in already."""
    if security_manager.get_all_users():
        return None
    return create(FIRST_USER, "Admin")


def user(name: str, role: str, unit: str = "") -> dict[str, str] | None:
    """A new user of a declared role; None when no such role is declared. One who stands gets the role and a new password."""
    wanted = f"{role}·{unit}" if unit else role
    return create(name, wanted) if security_manager.find_role(wanted) else None


def create(name: str, role: str) -> dict[str, str]:
    """A user, and the password made for him: shown this once, kept nowhere but as its hash."""
    password = secrets.token_urlsafe(PASSWORD_BYTES)
    if standing := security_manager.find_user(name):
        standing.roles = [security_manager.find_role(role)]
        security_manager.update_user(standing)
        security_manager.reset_password(standing.id, password)
    else:
        security_manager.add_user(name, name, role, f"{name}@localhost", security_manager.find_role(role), password=password)
    return {"name": name, "role": role, "password": password}
