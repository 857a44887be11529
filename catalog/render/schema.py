"""JSON schemas of the declarations: an editor that knows them completes keys, shows their meaning, and marks what cannot be."""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from catalog.campaign import Campaign
from catalog.catalog import Catalog
from catalog.clause import Paper
from catalog.code_list import CodeList
from catalog.crosswalk import Crosswalk
from catalog.duty import DutyFile, WorkingDays
from catalog.exposures import Exposures
from catalog.extract import ExtractWords
from catalog.glossary import Glossary
from catalog.indicator import Indicator
from catalog.ledger import Ledger
from catalog.marking import MarkingWords
from catalog.owed_list import OwedWords
from catalog.page import Page
from catalog.persons import PersonWords
from catalog.problem import ProblemFile
from catalog.receipt import ReceiptWords
from catalog.render.rendered import WARNING, Rendered
from catalog.report import Report
from catalog.rule import Rule
from catalog.unit import UnitFile
from catalog.wording import Wording

FOLDER = Path("catalog/schema")
DIALECT = "https://json-schema.org/draft/2020-12/schema"  # what pydantic writes; a name, nobody fetches it
MODELS: dict[str, type[BaseModel]] = {
    "campaign": Campaign,
    "clauses": Paper,
    "code_list": CodeList,
    "crosswalk": Crosswalk,
    "duties": DutyFile,
    "exposures": Exposures,
    "extract": ExtractWords,
    "glossary": Glossary,
    "indicator": Indicator,
    "ledger": Ledger,
    "marking": MarkingWords,
    "owed_list": OwedWords,
    "persons": PersonWords,
    "problems": ProblemFile,
    "receipt": ReceiptWords,
    "report": Report,
    "rule": Rule,
    "unit": UnitFile,
    "page": Page,
    "wording": Wording,
    "working_days": WorkingDays,
}


def render(_: Catalog) -> Iterator[Rendered]:
    """`<kind>.json` for every kind of declaration; they follow from the models, not from what is declared."""
    for name, model in MODELS.items():
        schema = {"$schema": DIALECT, "$comment": f"Rendered from {model.__module__} {WARNING}"} | model.model_json_schema()
        yield Rendered(FOLDER / f"{name}.json", json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
