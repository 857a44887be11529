"""Settings: what may be set from outside, read in one place, and what dbt, Dagster, Great Expectations and Superset are told by way of the environment.

Nothing else reads `os.environ`. A value is looked for in the environment, then in `settings.env` of the data folder, then here.
"""

import os
from datetime import date
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from warehouse.run import Run

ROOT = Path(__file__).resolve().parent.parent  # dagster.yaml and dbt_project/ stand here
HOME = "FENGQIAO_HOME"
FILE = "settings.env"
SILENT = {  # nothing calls out: each has its own switch; Superset's pages are stopped by their content security policy as well
    "DO_NOT_TRACK": "1",
    "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    "DAGSTER_DISABLE_TELEMETRY": "yes",
    "GX_ANALYTICS_ENABLED": "false",
    "SCARF_ANALYTICS": "false",
}


class Settings(BaseSettings):
    """Every field is a variable FENGQIAO_<NAME>; `.env.example` lists them with these sentences."""

    model_config = SettingsConfigDict(env_prefix="FENGQIAO_", frozen=True, extra="forbid", env_ignore_empty=True)

    home: Path = Field(Path("data"), description="The data folder.")
    today: date | None = Field(None, description="The day up to which returns are due; the clock's day when it is not set.")
    workers: int = Field(2, ge=1, description="Processes that read workbooks at the same time.")
    port: int = Field(3000, ge=1, le=65535, description="The port of Dagster's page on loopback.")
    superset_port: int = Field(8088, ge=1, le=65535, description="The port of the dashboards on loopback.")
    file_megabytes: int = Field(50, ge=1, description="A larger file is refused before it is opened.")
    read_seconds: int = Field(60, ge=1, description="A file whose reading takes longer, twice, is refused; its worker is ended.")
    read_megabytes: int = Field(1024, ge=128, description="Memory that reading one file may take.")
    build_megabytes: int = Field(4096, ge=512, description="Memory that building the tables may take; what needs more is set aside in the data folder.")

    @property
    def build_memory(self) -> str:
        """What building may take, as DuckDB reads it."""
        return f"{self.build_megabytes}MiB"


def load_settings(home: Path | None = None) -> Settings:
    """The settings of a data folder: `home`, else FENGQIAO_HOME, else ./data. ValidationError names a value that cannot be, or a name nobody knows."""
    chosen = (home or Path(os.environ.get(HOME) or Settings.model_fields["home"].default)).absolute()
    return Settings(_env_file=chosen / FILE, home=chosen)


def export(settings: Settings, run: Run | None = None) -> None:
    """Set the variables that dbt, Dagster, Great Expectations and Superset read: of the data folder, and of one run where there is one."""
    os.environ.update(SILENT | of_folder(settings) | (of_run(run) if run else {}))


def of_folder(settings: Settings) -> dict[str, str]:
    """What holds for every run; Dagster wants absolute paths."""
    home = settings.home.absolute()
    return {
        HOME: str(home),
        "FENGQIAO_LANDING": str(home / "landing"),
        "FENGQIAO_MEMORY": settings.build_memory,
        "FENGQIAO_STATE": str(home / "dagster"),
        "DAGSTER_HOME": str(ROOT),
        "SUPERSET_CONFIG_PATH": str(ROOT / "superset_config" / "superset_config.py"),
    }


def of_run(run: Run) -> dict[str, str]:
    """What one run builds from and into."""
    return {
        "FENGQIAO_LISTS": str(run.lists.absolute()),
        "FENGQIAO_NEXT": str(run.candidate.absolute()),
        "FENGQIAO_TODAY": run.today.isoformat(),
    }
