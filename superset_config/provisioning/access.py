"""Roles, the rows that each may see, and who comes in."""

import secrets
from fnmatch import fnmatchcase

import yaml
from flask import g
from superset.connectors.sqla.models import RowLevelSecurityFilter, SqlaTable
from superset.extensions import db, security_manager
from superset.utils.decorators import transaction

from superset_config.place import HERE

ROLES = HERE / "access" / "roles.yml"
UNITS = HERE / "access" / "units.yml"
FIRST_USER = "admin"
PASSWORD_BYTES = 12
OURS = "fengqiao: "


def declared() -> dict[str, dict]:
    """The roles of the file; one that sees its own unit stands once for each unit. A role's `unit` is the code of the one it sees; None: all."""
    roles: dict[str, dict] = {}
    for name, role in yaml.safe_load(ROLES.read_text(encoding="utf-8")).items():
        if role["units"] == "all":
            roles[name] = role | {"unit": None}
            continue
        for unit in units():
            roles[f"{name}·{unit['name']}"] = role | {"unit": unit["code"]}
    return roles


def units() -> list[dict[str, str]]:
    """Code and name of each reporting unit."""
    return yaml.safe_load(UNITS.read_text(encoding="utf-8"))


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
    """On every dataset one rule for each unit, that hides its rows, and one that hides what is no unit's; each with the roles that it does not hold for.

    All hold for who has no role of ours: he sees nothing. Who has two units' roles sees both. A unit's rule that is lost shows that unit, never another.
    """
    tables = db.session.query(SqlaTable).all()
    made = declared()
    see_all = [security_manager.find_role("Admin"), *(security_manager.find_role(name) for name, role in made.items() if not role["unit"])]
    codes = ", ".join(f"'{unit['code']}'" for unit in units())
    wanted = {f"{OURS}no unit": (f"district_code in ({codes})", see_all)}
    for unit in units():
        see_this = [security_manager.find_role(name) for name, role in made.items() if role["unit"] == unit["code"]]
        wanted[f"{OURS}{unit['name']}"] = (f"district_code <> '{unit['code']}'", see_all + see_this)
    standing = {rule.name: rule for rule in db.session.query(RowLevelSecurityFilter).filter(RowLevelSecurityFilter.name.startswith(OURS))}
    for name in standing.keys() - wanted.keys():
        db.session.delete(standing[name])
    for name, (clause, not_held_for) in wanted.items():
        rule = standing.get(name) or RowLevelSecurityFilter(name=name)
        rule.filter_type, rule.clause, rule.roles, rule.tables, rule.group_key = "Base", clause, not_held_for, tables, None
        db.session.add(rule)


def first_user() -> dict[str, str] | None:
    """The administrator with a password that nobody has seen yet; None when somebody may come in already."""
    if security_manager.get_all_users():
        return None
    return create(FIRST_USER, "Admin")


def act_as_first_user() -> None:
    """Superset brings in and out what somebody may see: for the rest of this process, what its administrator may."""
    g.user = security_manager.find_user(FIRST_USER)


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
