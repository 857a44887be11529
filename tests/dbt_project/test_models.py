"""How the models are written: one shape, one description each, SQL that means the same on both engines."""

import re
import warnings
from pathlib import Path

import duckdb
import pytest
import yaml
from jinja2 import Environment

from tests.dbt_project.building import PROJECT, Warehouse

with warnings.catch_warnings():  # it comes along with dagster-dbt, and warns of a companion that comes along too
    warnings.simplefilter("ignore", DeprecationWarning)
    import sqlglot
    from sqlglot import expressions as exp

MODELS = sorted((PROJECT / "models").rglob("*.sql"))
BY_HAND = [model for model in MODELS if not model.read_text(encoding="utf-8").startswith("-- Rendered from")]
NAME = re.compile(r"^(\w+) as \($", re.MULTILINE)
# what the two engines answer differently without a word; a macro may hide it, a model may not write it
ELSEWHERE = (exp.Div, exp.DateDiff, exp.RegexpReplace, exp.RegexpExtract, exp.ToChar, exp.TimeToStr, exp.AnyValue)
ASKED = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.stem)


def described(model: Path) -> dict[str, object]:
    """What the .yml beside a model says of it."""
    file = yaml.safe_load(model.with_suffix(".yml").read_text(encoding="utf-8"))
    (entry,) = file["models"]
    return entry | {"unit_tests": file.get("unit_tests", [])}


@ASKED
def test_a_model_is_described_beside_itself_and_begins_with_its_grain(model: Path) -> None:
    """One .yml of the same name; its first words say what a row is; the contract is enforced and every column described."""
    entry = described(model)

    assert entry["name"] == model.stem
    assert str(entry["description"]).startswith("One row")
    assert entry["config"] == {"contract": {"enforced": True}}
    assert all(column["description"] and column["data_type"] for column in entry["columns"])


@pytest.mark.parametrize("model", BY_HAND, ids=lambda model: model.stem)
def test_a_model_written_by_hand_has_a_unit_test(model: Path) -> None:
    """A few rows that one can check in the head."""
    assert described(model)["unit_tests"]


@ASKED
def test_a_model_opens_with_what_it_reads_and_ends_with_its_last_step(model: Path) -> None:
    """`ref` and `source` stand in CTEs at the top; then one step per CTE; the last line selects the last of them."""
    sql = model.read_text(encoding="utf-8")
    steps = re.split(NAME, sql)
    names, bodies = steps[1::2], steps[2::2]
    reads = [bool(re.search(r"\{\{ (ref|source|live|days)\(", body)) for body in bodies]

    assert reads == sorted(reads, reverse=True)
    assert sql.endswith(f"\nselect * from {names[-1]}\n")


@ASKED
def test_a_model_names_no_table(model: Path) -> None:
    """Rows come from a ref, a source, or a step above; never from a table by name."""
    sql = model.read_text(encoding="utf-8")
    known = {*re.findall(NAME, sql), "{{", ""}  # nothing before a bracket: what stands in it is looked at as well

    assert {word for word in re.findall(r"\b(?:from|join)\s+(\S+)", re.sub(r"--.*", "", sql)) if word.rstrip("()") not in known} == set()


@ASKED
def test_a_compiled_model_says_the_same_on_both_engines(samples: Warehouse, model: Path) -> None:
    """It parses, and uses nothing that the two engines answer differently in silence; averages stand in the grids alone."""
    (tree,) = sqlglot.parse(next(samples.compiled.rglob(f"{model.stem}.sql")).read_text(encoding="utf-8"), read="duckdb")

    assert list(tree.find_all(*ELSEWHERE)) == []
    assert model.parent.name == "completeness" or list(tree.find_all(exp.Avg)) == []


def test_codes_stand_in_the_catalog_and_in_no_model() -> None:
    """What is open, struck off or resolved is a group of the code list; no model names a code."""
    coded = re.compile(r"'(LS|R|D|X|L)[0-9]+'")

    assert [model.stem for model in MODELS if coded.search(model.read_text(encoding="utf-8"))] == []


LINKS = [(n, n + 1) for n in range(1, 9)] + [(20, 21), (21, 22), (20, 22), (30, 31)]


def reached(macro: str) -> set[tuple[int, int]]:
    """Who reaches whom over the links, by one engine's way of walking them, both run on DuckDB."""
    macros = Environment(autoescape=False).from_string((PROJECT / "macros" / "reach.sql").read_text(encoding="utf-8")).module  # noqa: S701  # SQL, no HTML
    with duckdb.connect() as connection:
        connection.execute("create table links (place int, linked_place int)")
        connection.executemany("insert into links values (?, ?)", LINKS + [(b, a) for a, b in LINKS])
        return set(connection.execute(getattr(macros, macro)("links")).fetchall())


def test_both_engines_reach_the_same_rows() -> None:
    """A chain, a ring and a pair: walked to the end or squared, the same rows are reached."""
    walked = reached("default__reach")

    assert walked == reached("spark__reach")
    assert {there for here, there in walked if here == 1} == set(range(1, 10))
    assert {there for here, there in walked if here == 31} == {30, 31}


GRAIN = (PROJECT / "tests" / "generic" / "one_row_per.sql").read_text(encoding="utf-8").replace("{% test", "{% macro").replace("endtest", "endmacro")


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("('a', 1, 'x'), ('a', 2, 'x'), ('b', 1, 'x')", []),
        ("('a', 1, 'x'), ('a', 1, 'y')", [("a", 1, 2)]),
        ("('a', null, 'x')", [("a", None, 1)]),
        ("('a', 1, 'x'), ('b', 1, null)", [("b", 1, 1)]),
    ],
)
def test_the_grain_is_asked_with_all_that_is_always_filled(rows: str, found: list[tuple[object, ...]]) -> None:
    """Two rows of one grain, a blank in the grain, a blank in what is always filled: each is found."""
    ask = Environment(autoescape=False).from_string(GRAIN).module.one_row_per  # type: ignore[attr-defined]  # noqa: S701  # SQL, no HTML
    with duckdb.connect() as connection:
        connection.execute(f"create table given as select * from (values {rows}) as rows(kind, number, state)")
        assert connection.execute(ask("given", ["kind", "number"], filled=["state"])).fetchall() == found
