"""What somebody who knows make, git, dbt and Dagster expects of a project like this, each expectation a command that is typed."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.core import TyperGroup
from typer.main import get_command

from bench.against_truth.made_city import MadeCity
from bench.against_truth.persons import true_texts
from catalog.catalog import load
from catalog.superset_files import Files, files
from fengqiao.assets import ASSETS
from fengqiao.entry import Entry, Section
from fengqiao.main import COMMANDS, answer, app
from orchestration.definitions import defs
from tests.dbt_project.building import Warehouse
from tests.end_to_end.city import KUN_APRIL_CORRECTED, City
from tests.end_to_end.founding import PRINTED, SAID
from tests.house.tracked import ROOT, TextFile, text_files
from warehouse.parsed_project import manifest_file

BIN = Path(sys.executable).parent
TOOLS = ROOT / ".venv-tools" / "bin"
HEAVY = {"dagster", "dbt", "duckdb", "great_expectations", "lxml", "numpy", "pandas", "pyarrow", "sqlalchemy"}
ESCAPE = "\x1b"
CLOSED_DOOR = "http://127.0.0.1:9"  # nothing listens on the port of the discard service
TARGETS = {"setup", "test", "lint", "types", "render", "run", "serve", "clean", "ci"}


@pytest.fixture(scope="module")
def city(one_good: City) -> City:
    """A data folder that was run once, with no network to call out to. Nothing here changes it."""
    return one_good


def typed(*words: str | Path, folder: Path = ROOT, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Type a command in the checkout, with some variables set."""
    return subprocess.run(words, cwd=folder, env={**os.environ, **(env or {})}, capture_output=True, text=True, check=False)


def fine(*words: str | Path, folder: Path = ROOT, env: Mapping[str, str] | None = None) -> str:
    """Type a command that must end well; gives its standard output."""
    done = typed(*words, folder=folder, env=env)
    assert done.returncode == 0, f"{words} ended {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


# -- make and CI


def test_one_command_sets_up() -> None:
    """`make setup` ends well, also the second time, and then it has nothing to do."""
    fine("make", "setup")

    assert fine("make", "--silent", "setup") == ""


def test_the_targets_are_listed() -> None:
    """`make` alone and `make help` list every target with a line of help."""
    listed = re.findall(r"(?m)^  make ([a-z]+) +\S.*$", fine("make", "help"))

    assert listed == re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert len(listed) >= 10
    assert set(listed) >= TARGETS
    assert fine("make") == fine("make", "help")


def test_ci_is_a_make_target_and_nothing_else() -> None:
    """What lands was tested by the command that everybody types."""
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8") == "#!/bin/sh\nmake test\n"


def test_linters_types_and_layers_are_green() -> None:
    """`make lint types`: ruff, ruff's layout, import-linter, mypy."""
    fine("make", "lint", "types")


# -- the door


def commands(entries: tuple[Entry | Section, ...], *before: str) -> Iterator[list[str]]:
    """Every command of the door as it is typed."""
    for entry in entries:
        yield [*before, entry.name]
        if isinstance(entry, Section):
            yield from commands(entry.entries, *before, entry.name)


def test_help_is_chinese_and_light() -> None:
    """The door's help needs nothing heavy, so that it answers at once."""
    script = f"import sys; from fengqiao.main import answer; answer(['--help']); print(*({HEAVY} & set(sys.modules)), file=sys.stderr)"
    done = typed(sys.executable, "-c", script)

    assert "用法" in done.stdout
    assert done.stderr.strip() == ""


def test_the_module_is_the_same_door(city: City) -> None:
    """`python -m fengqiao --version` says the program's version and the published one."""
    said = fine(sys.executable, "-m", "fengqiao", "--version", "--home", city.home)

    assert version("fengqiao") in said
    assert (city.home / "published" / "current.duckdb").readlink().stem in said


@pytest.mark.parametrize("command", list(commands(COMMANDS)), ids=" ".join)
def test_every_command_has_help_with_an_example(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Usage in Chinese, and a line that can be typed as it stands."""
    assert answer([*command, "--help"]) == 0
    said = capsys.readouterr().out

    assert said.startswith(f"用法: fengqiao {' '.join(command)}")
    assert re.search(r"(?m)^例: fengqiao ", said)


def test_wrong_use_ends_two_with_a_hint() -> None:
    """A mistyped command is answered with the nearest one."""
    done = typed(BIN / "fengqiao", "rnu")

    assert done.returncode == 2
    assert "是否想输入 run" in done.stderr


def test_json_stands_alone_on_standard_output(city: City) -> None:
    """What a script reads is one document."""
    assert json.loads(city.fengqiao("status", "--json").stdout)["obligations"]


def test_no_colour_in_a_pipe(city: City) -> None:
    """A pipe gets no escape sequences, and no progress bar that overwrites itself."""
    done = city.fengqiao("status")

    assert ESCAPE not in done.stdout + done.stderr
    assert "\r" not in city.fengqiao("run").stderr


def test_a_dry_run_writes_nothing(city: City) -> None:
    """Every file of the data folder is the same afterwards."""
    before = contents(city.home)
    city.fengqiao("run", "--dry-run")

    assert contents(city.home) == before


def contents(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file() and not file.is_symlink()}


def test_the_doctor_answers_in_json(city: City) -> None:
    """Each thing looked at has a name, whether it is well, and what to do if not."""
    assert json.loads(city.fengqiao("doctor", "--json", ends=None).stdout)


# -- a city to try


def test_the_city_needs_no_secret(tmp_path: Path) -> None:
    """`fengqiao demo` in an environment of nothing but a path and an empty home."""
    bare = ("env", "-i", f"PATH={BIN}:/usr/bin:/bin", f"HOME={tmp_path}")
    fine(*bare, "fengqiao", "demo", "--months", "2023-04", "--scale", "0.01", "--home", tmp_path / "data")

    assert list((tmp_path / "data" / "inbox").rglob("*.xlsx"))


def test_the_city_is_made_and_taken_in_at_once(newcomer: Path) -> None:
    """`make demo` is the first walk without the pages; after it, returns are there."""
    assert "fengqiao.first_run --no-page" in fine("make", "--dry-run", "demo")
    states = json.loads(fine(BIN / "fengqiao", "status", "--period", "2023-04", "--json", "--home", newcomer / "data"))

    assert [one for one in states["obligations"] if one["state"] == "filed"]


def test_the_log_names_nobody(newcomer: Path) -> None:
    """Nothing that the first walk printed, said or logged holds one of the people of its city, nor a number of theirs."""
    home = newcomer / "data"
    logs = [newcomer / PRINTED, newcomer / SAID, *home.glob("dagster/**/*.out"), *home.glob("dagster/**/*.err"), *home.glob("work/**/*.log")]
    text = "\n".join(log.read_text(encoding="utf-8") for log in logs)
    people = inhabitants(home)

    assert len(logs) > 3
    assert len(people) > 3000
    assert [person for person in people if person in text] == []


def inhabitants(home: Path) -> set[str]:
    """The names and numbers of a made-up city's people, parties and staff, as its truth has them."""
    city, found = MadeCity(home, load()), set[str]()
    for ledger in city.catalog.ledgers.values():
        people = {name: column for name, column in ledger.columns.items() if column.privacy in {"person", "staff"}}
        named = {name for name, column in people.items() if column.type in {"text", "id", "phone"} and not column.codes}
        found |= {one for name, values in true_texts(city, ledger.id) if name in named for value in values for one in value.split("、") if one}
    return found


# -- Dagster


@pytest.fixture(scope="module")
def listed(city: City) -> dict[str, list[dict[str, Any]]]:
    """What `dg list defs` shows."""
    found: dict[str, list[dict[str, Any]]] = json.loads(fine(BIN / "dg", "list", "defs", "--json", env=city.environment))
    return found


def test_dagster_loads_the_definitions(city: City) -> None:
    """`dg check defs` and `dagster definitions validate` are content."""
    fine(BIN / "dg", "check", "defs", env=city.environment)
    fine(BIN / "dagster", "definitions", "validate", "-m", "orchestration.definitions", env=city.environment)


def test_dg_knows_the_project(listed: dict[str, list[dict[str, Any]]]) -> None:
    """`dg check toml` accepts pyproject.toml, and `dg list defs` shows assets, checks, schedules and a sensor."""
    fine(BIN / "dg", "check", "toml")

    assert all(listed[kind] for kind in ("assets", "asset_checks", "schedules", "sensors", "jobs"))


def test_every_asset_says_what_it_is(listed: dict[str, list[dict[str, Any]]]) -> None:
    """Group, owner, kind and description, none empty."""
    silent = [asset["asset_key"] for asset in listed["assets"] if not all(asset[field] for field in ("group_name", "owners", "kinds", "description"))]

    assert not silent


def test_schedules_are_named_and_keep_chinese_time(listed: dict[str, list[dict[str, Any]]]) -> None:
    """Each has a name and a cron line, and runs by the clock of Baotou."""
    assert all(schedule["name"] and schedule["cron_schedule"] for schedule in listed["schedules"])
    assert {getattr(schedule, "execution_timezone", None) for schedule in defs.schedules or ()} == {"Asia/Shanghai"}


def test_dagster_yaml_is_used(city: City) -> None:
    """The file at the root decides where the history stands: below the data folder."""
    said = fine(BIN / "dagster", "instance", "info", env=city.environment | {"DAGSTER_HOME": str(ROOT)})

    assert "orchestration.history" in said


# -- tests, packages, the network


def test_the_quick_tests_are_told_from_the_slow() -> None:
    """`-m "not slow and not browser"` collects most of them, and none that takes the path whole."""
    said = fine(BIN / "python", "-m", "pytest", "--collect-only", "-q", "-m", "not slow and not browser", "tests/catalog", "tests/end_to_end")

    assert "tests/catalog/test_period.py" in said
    assert "tests/end_to_end" not in said


def test_coverage_has_a_number_to_reach() -> None:
    """pyproject.toml says what `pytest --cov` must reach, and the plug-in is there."""
    assert re.search(r"(?m)^fail_under = \d+", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "--cov" in fine(BIN / "python", "-m", "pytest", "--help")


def test_what_is_imported_is_declared_and_what_is_declared_is_used() -> None:
    """Deptry finds nothing."""
    fine(TOOLS / "deptry", ".")


def test_the_parts_can_be_listed_for_an_audit() -> None:
    """`cyclonedx-py` writes a bill of materials of what is locked, offline; the engine stands in it."""
    parts = json.loads(fine(TOOLS / "cyclonedx-py", "requirements", "--no-validate", ROOT / "requirements.lock"))["components"]

    assert "duckdb" in {part["name"] for part in parts}


def test_nothing_calls_out(city: City) -> None:
    """The path came to its end in a network of its own, which has no way out."""
    assert (city.home / "published" / "current.duckdb").exists()


def test_ctrl_c_leaves_nothing_half_done(tmp_path: Path) -> None:
    """Stopped by hand while it builds, a run leaves a data folder that `verify` finds whole."""
    city = City.founded(tmp_path / "data", [KUN_APRIL_CORRECTED])
    with subprocess.Popen(city.command("run"), env=city.environment, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as run:
        assert run.stderr
        assert any("[facts]" in line for line in run.stderr)
        run.send_signal(signal.SIGINT)
        run.stderr.read()

    assert run.returncode != 0
    city.fengqiao("verify")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_complete(shell: str) -> None:
    """`--show-completion` prints what a shell loads."""
    assert "fengqiao" in fine(BIN / "fengqiao", "--show-completion", shell)


# -- dbt


@pytest.fixture
def bare_dbt(nothing: Warehouse) -> dict[str, str]:
    """A data folder after `init`, as dbt finds it; what dbt writes on the way goes where it was parsed before."""
    return {"FENGQIAO_HOME": str(nothing.home), "DBT_TARGET_PATH": str(nothing.target), "DBT_LOG_PATH": str(nothing.log), "DO_NOT_TRACK": "1"}


def parsed() -> dict[str, Any]:
    """The project as dbt has parsed it."""
    found: dict[str, Any] = json.loads(manifest_file().read_text(encoding="utf-8"))
    return found


def models() -> list[dict[str, Any]]:
    """Every model of the project."""
    return [node for node in parsed()["nodes"].values() if node["resource_type"] == "model"]


def test_dbt_works_by_itself(nothing: Warehouse) -> None:
    """`dbt build` in dbt_project/ needs nothing but its own profile, also over an empty landing."""
    assert nothing.column("select count(*) from fct_dispute") == [0]


def test_dbt_deps_needs_no_network(bare_dbt: dict[str, str]) -> None:
    """There is nothing to fetch: it ends well with every way out closed."""
    closed = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"), CLOSED_DOOR)
    fine(BIN / "dbt", "deps", folder=ROOT / "dbt_project", env=bare_dbt | closed)


def test_no_model_names_a_table() -> None:
    """Models speak to each other through ref and source alone."""
    models = [file for file in text_files() if file.path.startswith("dbt_project/models/") and file.path.endswith(".sql")]
    named = [f"{file.path}: {found[0]}" for file in models for found in re.finditer(r"(?i)\b(from|join)\s+([a-z_]+\.[a-z_.]+|read_parquet)", file.text)]

    assert models
    assert not named


def test_contracts_hold_for_what_is_published() -> None:
    """Every fact and dimension has its columns and types enforced."""
    published = [node for node in models() if node["name"].startswith(("fct_", "dim_"))]

    assert published
    assert [node["name"] for node in published if not node["config"]["contract"]["enforced"]] == []


def test_models_bear_the_names_of_their_layer() -> None:
    """The first word says what a model is, and only that layer uses it."""
    layers = {"staging": {"stg"}, "core": {"int", "dim", "fct"}, "completeness": {"completeness"}, "results": {"int", "fct", "page"}}
    misnamed = [node["name"] for node in models() if node["name"].partition("_")[0] not in layers[node["path"].partition("/")[0]]]

    assert not misnamed


def test_every_model_and_column_is_described() -> None:
    """In a file of its own beside the model, to the last column."""
    apart = [node["name"] for node in models() if Path(node["patch_path"]).name != f"{node['name']}.yml"]
    silent = [(node["name"], name) for node in models() for name, column in node["columns"].items() if not column["description"]]

    assert not apart
    assert not silent
    assert [node["name"] for node in models() if not (node["description"] and node["columns"])] == []


def test_every_grain_is_tested() -> None:
    """What is published has one row per key, and no key without a value."""
    tests = [node for node in parsed()["nodes"].values() if node["resource_type"] == "test" and node.get("test_metadata")]
    kept = {node["attached_node"] for node in tests if node["test_metadata"]["name"] == "one_row_per"}

    assert kept
    assert [node["name"] for node in models() if node["name"].startswith(("fct_", "dim_", "stg_")) and node["unique_id"] not in kept] == []


def test_logic_has_unit_tests(nothing: Warehouse) -> None:
    """Of its own, on rows one can read; all of them hold."""
    results = json.loads((nothing.target / "run_results.json").read_text(encoding="utf-8"))["results"]
    ended = [result["status"] for result in results if result["unique_id"].startswith("unit_test.")]

    assert len(ended) == len(parsed()["unit_tests"]) > 0
    assert set(ended) == {"pass"}


def test_every_ledger_says_how_fresh_it_is(bare_dbt: dict[str, str]) -> None:
    """`dbt source freshness` gives a state for each ledger: over an empty landing, that all are stale."""
    typed(BIN / "dbt", "source", "freshness", folder=ROOT / "dbt_project", env=bare_dbt)
    found = json.loads((Path(bare_dbt["DBT_TARGET_PATH"]) / "sources.json").read_text(encoding="utf-8"))["results"]

    assert {one["unique_id"].rpartition(".")[2]: one["status"] for one in found} == dict.fromkeys(load().ledgers, "error")


def test_what_is_shown_and_what_is_sent_are_exposures() -> None:
    """A dashboard for each file of Superset's, a report for each declared one, with whom to ask, where it is, and what it rests on."""
    found = {one["name"]: one for one in parsed()["exposures"].values()}
    silent = [name for name, one in found.items() if not all((one["owner"]["name"], one["owner"]["email"], one["url"], one["depends_on"]["nodes"]))]

    assert found.keys() == {f"dashboard_{page.slug}" for page in shown().dashboards.values()} | {f"report_{name}" for name in load().reports}
    assert not silent


def test_the_documentation_opens_without_a_server(bare_dbt: dict[str, str]) -> None:
    """`dbt docs generate --static` makes one page, which knows the dashboards and tells nobody that it was opened. The parse at hand is enough for it."""
    fine(BIN / "dbt", "docs", "generate", "--static", "--no-compile", "--empty-catalog", folder=ROOT / "dbt_project", env=bare_dbt)
    page = (Path(bare_dbt["DBT_TARGET_PATH"]) / "static_index.html").read_text(encoding="utf-8")

    assert "exposure.fengqiao.dashboard_city" in page
    assert re.search(r'"send_anonymous_usage_stats": ?false', page)


# -- Superset. That a second import changes nothing is asked where a Superset stands: tests/end_to_end/test_dashboards.py


LAYOUT = {"metadata.yaml", "databases", "datasets", "charts", "dashboards"}
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def shown() -> Files:
    """Superset's objects as they stand in the tree."""
    return files(ASSETS)


def test_dashboards_stand_in_supersets_own_layout() -> None:
    """Zipped, the folder is what `superset import-dashboards` takes: metadata that fit, a folder a kind, below it one object a file."""
    metadata = yaml.safe_load((ASSETS / "metadata.yaml").read_text(encoding="utf-8"))
    database = yaml.safe_load((ASSETS / "databases" / "published.yaml").read_text(encoding="utf-8"))
    below = {file.parent.relative_to(ASSETS / "datasets").as_posix() for file in shown().datasets}

    assert {place.name for place in ASSETS.iterdir()} == LAYOUT
    assert metadata["version"] == database["version"] == "1.0.0"
    assert metadata.get("type", "Dashboard") == "Dashboard"
    assert below == {"published"}


def test_every_object_has_a_name_that_stays_and_leads_somewhere() -> None:
    """One UUID an object, none twice, and each that another file names is in the folder: so a second import finds what the first one made."""
    found = shown()
    database = yaml.safe_load((ASSETS / "databases" / "published.yaml").read_text(encoding="utf-8"))
    uuids = [database["uuid"], *(one.uuid for kind in (found.dashboards, found.charts, found.datasets) for one in kind.values())]
    named = {uuid for page in found.dashboards.values() for uuid in (*page.charts, *page.chosen_from)}
    named |= {chart.dataset_uuid for chart in found.charts.values()}
    named |= set(re.findall(r"(?m)^database_uuid: (\S+)$", "".join(file.read_text(encoding="utf-8") for file in found.datasets)))

    assert all(UUID.fullmatch(uuid) for uuid in uuids)
    assert len(set(uuids)) == len(uuids)
    assert named <= set(uuids)


def test_no_dashboard_holds_numbers_of_one_installation() -> None:
    """The number of a chart on a dashboard follows from its UUID; the import puts the installation's own in its place."""
    for file, page in shown().dashboards.items():
        numbers = re.findall(r"chartId: (\d+)\n(?: +\w+:.*\n)*? +uuid: (\w{6})", file.read_text(encoding="utf-8"))

        assert [uuid for _, uuid in numbers] == [uuid[:6] for uuid in page.charts]
        assert [uuid for number, uuid in numbers if int(number) != int(uuid, 16)] == []


def test_no_password_stands_in_an_asset() -> None:
    """Neither a word for one nor an address with one."""
    secrets = re.compile(r"(?i)password|://[^ ]*:[^ ]*@")
    told = [str(file) for file in ASSETS.rglob("*.yaml") if secrets.search(file.read_text(encoding="utf-8"))]

    assert not told


def test_no_axis_ends_before_what_it_shows() -> None:
    """A bar that is longer than its axis is not drawn at all: an axis ends where its largest value does, or at the whole."""
    ends = {
        file.stem: yaml.safe_load(file.read_text(encoding="utf-8"))["params"].get("y_axis_bounds", [None, None])[1]
        for file in (ASSETS / "charts").glob("*.yaml")
    }

    assert ends
    assert {name: end for name, end in ends.items() if end not in {None, 1}} == {}


# -- the catalog


IN_ONE_PROCESS = """
import json, sys
from check_jsonschema import main
sys.exit(max(main(words, standalone_mode=False) or 0 for words in json.loads(sys.argv[1])))
"""  # the command takes seconds to start, and one schema a time


def declarations() -> Iterator[TextFile]:
    """The YAML files of the catalog."""
    return (file for file in text_files() if file.path.startswith("catalog/") and file.path.endswith(".yml"))


def schema_of(file: TextFile) -> Path | None:
    """The schema that a declaration's first line names for editors."""
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", file.text)
    return (ROOT / file.path).parent.joinpath(named[1]).resolve() if named else None


def test_rendered_files_are_fresh() -> None:
    """`fengqiao render --check` finds nothing stale."""
    fine(BIN / "fengqiao", "render", "--check")


def test_editors_complete_declarations() -> None:
    """Each declaration names a schema that exists."""
    lost = [file.path for file in declarations() if (schema := schema_of(file)) is None or not schema.is_file()]

    assert not lost


def test_declarations_keep_their_schemas() -> None:
    """check-jsonschema finds nothing in any of them."""
    by_schema: dict[Path, list[str]] = {}
    for file in declarations():
        if schema := schema_of(file):
            by_schema.setdefault(schema, []).append(file.path)
    words = json.dumps([["--schemafile", str(schema), *files] for schema, files in by_schema.items()])
    fine(TOOLS / "python", "-c", IN_ONE_PROCESS, words)


# -- what is written down


READMES = ("README.md", "README.zh.md")
OPENS_THE_DOOR = (".venv/bin/fengqiao", "fengqiao")
STAYS_OPEN = {"serve"}


def shown_commands(page: str) -> list[str]:
    """The lines of a page's shell blocks, without their comments."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"(?ms)^```sh\n(.*?)^```", text)
    return [command for block in blocks for line in block.splitlines() if (command := re.sub(r"\s+# .*$", "", line).strip())]


def test_both_readmes_show_the_same_commands() -> None:
    """Who reads Chinese is told no less."""
    assert shown_commands("README.md") == shown_commands("README.zh.md")


@pytest.mark.parametrize("command", [command for command in shown_commands("README.md") if command.startswith(OPENS_THE_DOOR)])
def test_a_command_of_the_readme_works(command: str, city: City) -> None:
    """What the first page shows can be typed as it stands."""
    words = re.findall(r'"[^"]*"|\S+', command.removeprefix(".venv/bin/"))[1:]
    city.fengqiao(*(word.strip('"') for word in words))


@pytest.mark.parametrize("page", [*READMES, "CONTRIBUTING.md"])
def test_a_make_target_that_is_shown_exists(page: str) -> None:
    """No page sends a reader to a target that is gone."""
    shown = set(re.findall(r"`?make ([a-z]+)", (ROOT / page).read_text(encoding="utf-8")))

    assert shown <= set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", [file.path for file in text_files() if file.path.endswith(".md")])
def test_a_link_leads_somewhere(page: str) -> None:
    """Every link to a file of the tree finds it."""
    links = re.findall(r"\]\(([^)#\s]+)", (ROOT / page).read_text(encoding="utf-8"))
    lost = [link for link in links if "://" not in link and not (ROOT / page).parent.joinpath(link).exists()]

    assert not lost


HOW_TO = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "how-to").glob("*.md"))
INDEX = "docs/how-to/README.zh.md"
SECTIONS = ("**什么时候**", "## 怎么做", "## 看到什么", "## 不对的时候")


def headings(page: Path) -> set[str]:
    """The anchors of a page's headings, as they are linked."""
    titles = re.findall(r"(?m)^#+ +(.+)$", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", [file.path for file in text_files() if file.path.endswith(".md")])
def test_a_link_into_a_page_finds_its_heading(page: str) -> None:
    """Also where the page is the link's own."""
    links = re.findall(r"\]\(([^)#\s:]*)#([^)\s]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    lost = [f"{file}#{anchor}" for file, anchor in links if anchor not in headings((ROOT / page).parent / file if file else ROOT / page)]

    assert not lost


def test_there_is_a_how_to_for_each_recurring_job() -> None:
    """At least twelve, each of them in the list of the first page, each in four parts."""
    pages = [page for page in HOW_TO if page != INDEX]
    listed = {f"docs/how-to/{link}" for link in re.findall(r"(?m)^\| \[[^]]+\]\(([^)]+)\)", (ROOT / INDEX).read_text(encoding="utf-8"))}
    short = [page for page in pages if not all(section in (ROOT / page).read_text(encoding="utf-8") for section in SECTIONS)]

    assert len(pages) >= 12
    assert listed == set(pages)
    assert not short


def understood(line: str, *, named: bool = False) -> None:
    """Read what follows `fengqiao` as the door does, without doing anything; what it does not know is an error. A command that is named may stand alone."""
    command, words = get_command(app), shlex.split(line)
    while isinstance(command, TyperGroup) and words and not words[0].startswith("-"):
        assert words[0] in command.commands, line
        command, words = command.commands[words[0]], words[1:]
    if words or not named:
        command.make_context("fengqiao", words)


@pytest.mark.parametrize("page", [*HOW_TO, "docs/who-sees-what.md", "CONTRIBUTING.md"])
def test_a_guide_shows_real_commands_with_real_options(page: str) -> None:
    """Each is parsed, none is run."""
    inline = re.findall(r"`fengqiao ([^`]+)`", re.sub(r"(?ms)^```.*?^```", "", (ROOT / page).read_text(encoding="utf-8")))
    blocks = [found[1] for line in shown_commands(page) if (found := re.match(r"(?:\.venv/bin/)?fengqiao (.+)", line))]

    for line in inline:
        understood(line, named=True)
    for line in blocks:
        understood(line)


@pytest.mark.parametrize("page", HOW_TO)
def test_a_make_target_of_a_how_to_exists(page: str) -> None:
    """As on the first page."""
    assert set(re.findall(r"make ([a-z]+)", (ROOT / page).read_text(encoding="utf-8"))) <= TARGETS


CHANGES = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_changelog_keeps_the_form_that_it_names() -> None:
    """Keep a Changelog: what is not released on top, each release with its day, below them the six kinds of change."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first, *released = re.findall(r"(?m)^## (.+)$", text)

    assert first == "[Unreleased]"
    assert [heading for heading in released if not re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}", heading)] == []
    assert set(re.findall(r"(?m)^### (.+)$", text)) <= CHANGES


def test_the_version_is_unreleased_or_has_its_heading() -> None:
    """Once something is released, the version of pyproject.toml stands above what it changed; and a page says how to come to it."""
    released = re.findall(r"(?m)^## \[(\d\S*)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))

    assert not released or version("fengqiao") == released[0]
    assert "docs/how-to/upgrade.zh.md" in HOW_TO


GUIDES = ("CONTRIBUTING.md", "docs/architecture.md")


@pytest.mark.parametrize("guide", GUIDES)
def test_a_path_that_a_guide_names_exists(guide: str) -> None:
    """A guide that sends people to a file that moved is worse than none."""
    text = (ROOT / guide).read_text(encoding="utf-8")
    named = re.findall(r"`([a-z_]+/[A-Za-z0-9_./-]+)`", text) + re.findall(r"PYTEST=(\S+)`", text)
    lost = [path for path in named if not (ROOT / path).exists()]

    assert named
    assert not lost
