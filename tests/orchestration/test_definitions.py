"""The graph: one path, in one order, and nothing that could build half of it."""

import dagster as dg
import pytest

from catalog.catalog import load
from orchestration.definitions import defs
from orchestration.request import JOB

STEPS = ["submissions", "facts", "check_result", "results", "published", "answers", "extract"]


def specs() -> dict[str, dg.AssetSpec]:
    """Every asset by its key."""
    return {spec.key.to_user_string(): spec for spec in defs.resolve_all_asset_specs()}


def test_the_path_takes_its_steps_in_one_order() -> None:
    """From the inbox to the published file; the second dbt call stands behind the check results."""
    assert [node.name for node in defs.resolve_job_def(JOB).nodes_in_topological_order] == STEPS


def test_what_starts_starts_the_one_job() -> None:
    """A sensor and three schedules in Chinese time; each of them starts the path and nothing else."""
    starting = [*(defs.sensors or ()), *(defs.schedules or ())]
    assert {one.name for one in starting} == {"inbox", "weekly_screening", "monthly_ledgers", "quarterly_returns"}
    assert {one.job_name for one in starting if isinstance(one, dg.SensorDefinition | dg.ScheduleDefinition)} == {JOB}
    assert {one.execution_timezone for one in defs.schedules or () if isinstance(one, dg.ScheduleDefinition)} == {"Asia/Shanghai"}


@pytest.mark.parametrize("name", sorted(specs()))
def test_every_asset_says_what_it_is(name: str) -> None:
    """Whoever looks at the page sees its group, whom to ask, what kind it is, and what it means."""
    spec = specs()[name]
    assert all([spec.group_name, spec.owners, spec.kinds, spec.description])


def test_half_a_candidate_cannot_be_built() -> None:
    """No asset of a dbt call can be chosen without the others."""
    parts = {asset.op.name: asset for asset in defs.assets or () if isinstance(asset, dg.AssetsDefinition)}
    assert len(parts["facts"].keys) > 1
    assert not parts["facts"].can_subset
    assert not parts["results"].can_subset


def test_each_ledger_has_its_grid_of_units_and_months() -> None:
    """Eleven reporting units by the months since the campaign began; nobody but `submissions` writes them."""
    for ledger in load().ledgers:
        spec = specs()[f"landing/{ledger}"]
        grid = spec.partitions_def
        assert isinstance(grid, dg.MultiPartitionsDefinition)
        assert grid.get_partitions_def_for_dimension("district").get_num_partitions() == len(load().units.reporting)
        assert grid.get_partitions_def_for_dimension("month").get_first_partition_key() == "2023-04"
        assert [dep.asset_key.to_user_string() for dep in spec.deps] == ["submissions"]


def test_each_promise_is_an_asset_check() -> None:
    """And none of them stops the path: what a unit did never holds publication."""
    promised = {f"{ledger.id}__{promise.id}" for ledger in load().ledgers.values() for promise in ledger.promises}
    (judged,) = [asset for asset in defs.assets or () if isinstance(asset, dg.AssetsDefinition) and asset.keys == {dg.AssetKey("check_result")}]
    assert {spec.name for spec in judged.check_specs} == promised
    assert not any(spec.blocking for spec in judged.check_specs)
