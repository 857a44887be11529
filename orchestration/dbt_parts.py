"""The dbt project as two assets' worth of work: what is built before the check results, and what follows from them. Each is whole or absent."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings, DbtProject, dbt_assets
from dagster_dbt.core.dbt_cli_event import DbtCoreCliEventMessage  # dagster-dbt's own reading of dbt's events; not exported, so the version is bounded
from google.protobuf.json_format import MessageToDict  # type: ignore[import-untyped]  # protobuf ships no types

from orchestration.passage import Passage
from warehouse import parsed_project
from warehouse.build import RESULTS, BuildResult, Part
from warehouse.run import Run

Told = dg.Output[None] | dg.AssetMaterialization | dg.AssetObservation | dg.AssetCheckResult | dg.AssetCheckEvaluation
TEAM = ["team:data"]
EVERYTHING = "fqn:*"
PROJECT = DbtProject(parsed_project.PROJECT, target_path=parsed_project.TARGET)
MANIFEST = json.loads(parsed_project.manifest_file().read_text(encoding="utf-8"))


class Translator(DagsterDbtTranslator):
    """Models stand in groups named as their folders."""

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """The layer: staging, core, completeness, results, seeds."""
        return "seeds" if dbt_resource_props["resource_type"] == "seed" else str(dbt_resource_props["fqn"][1])


TRANSLATOR = Translator(DagsterDbtTranslatorSettings(enable_duplicate_source_asset_keys=True))  # the run's lists are one asset, `submissions`


@dataclass(frozen=True)
class DbtPart:
    """One dbt call: its asset, and the keys of the models it builds."""

    asset: dg.AssetsDefinition
    models: tuple[dg.AssetKey, ...]


def dbt_part(name: Part, build: Callable[[Run], BuildResult]) -> DbtPart:
    """One dbt call over part of the project, with one asset per model and one check per test; cannot be subset, for half a candidate is none."""
    declared = dbt_assets(
        name=f"declared_{name}",
        manifest=MANIFEST,
        select=RESULTS if name == "results" else EVERYTHING,
        exclude=RESULTS if name == "facts" else None,
        project=PROJECT,
        dagster_dbt_translator=TRANSLATOR,
    )(lambda: None)

    @dg.multi_asset(name=name, specs=[spec.replace_attributes(owners=TEAM) for spec in declared.specs], check_specs=list(declared.check_specs))
    def part(context: dg.AssetExecutionContext, passage: dg.ResourceParam[Passage]) -> Iterator[Told]:
        with passage.step(name):
            built = build(passage.run)
        for event in built.events:
            raw = MessageToDict(event, preserving_proto_field_name=True)
            yield from DbtCoreCliEventMessage(raw_event=raw, event_history_metadata={}).to_default_asset_events(MANIFEST, TRANSLATOR, context, project=PROJECT)
        if not built.success:
            raise dg.Failure("; ".join(f"{node.name}: {node.status}" for node in built.failed), allow_retries=False)

    return DbtPart(part, tuple(spec.key for spec in declared.specs))
