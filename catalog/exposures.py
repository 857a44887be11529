"""Who answers for what is shown and for what goes out, and where it is found."""

from pydantic import Field

from catalog.declared import Model


class Shown(Model):
    """What every dashboard has in common."""

    address: str = Field(description="Where a dashboard opens, with its {slug}.")
    description: str = Field(description="One sentence, with its {title}.")


class Sent(Model):
    """What every report has in common."""

    address: str = Field(description="Where a report lies below the data folder, with its {id}.")
    description: str = Field(description="One sentence, with its {title} and its {id}.")
    rests_on: tuple[str, ...] = Field(min_length=1, description="The published tables that reports are written from.")


class Exposures(Model):
    """What catalog/exposures.yml declares."""

    owner: str = Field(description="Who answers when a figure is asked about.")
    contact: str = Field(description="A mail address.", pattern=r"^\S+@\S+$")
    dashboards: Shown
    reports: Sent
