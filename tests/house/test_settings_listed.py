"""What may be set is listed, with the sentence and the value of the settings class."""

from pydantic.fields import FieldInfo

from tests.house.tracked import ROOT
from warehouse.settings import Settings


def listed(name: str, field: FieldInfo) -> str:
    """A setting as `.env.example` shows it."""
    return f"# {field.description}\nFENGQIAO_{name.upper()}={'' if field.default is None else field.default}"


def test_every_setting_stands_in_the_example() -> None:
    """.env.example holds each field of Settings with its sentence and default, and nothing that is no field."""
    opening, *shown = (ROOT / ".env.example").read_text(encoding="utf-8").split("\n\n")

    assert opening.startswith("#")
    assert [entry.strip() for entry in shown] == [listed(name, field) for name, field in Settings.model_fields.items()]
