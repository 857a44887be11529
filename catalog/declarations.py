"""Reading declarations: YAML with the line of every key, checked by the models, all faults at once."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from catalog.error import CatalogError, Fault

M = TypeVar("M", bound=BaseModel)
UNKNOWN, MISSING = "extra_forbidden", "missing"  # pydantic's names of these faults


def read(file: Path, model: type[M]) -> M:
    """One YAML file as its model. CatalogError names file, line, key and remedy of every fault."""
    loader = yaml.CSafeLoader(file.read_text(encoding="utf-8"))
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CatalogError([Fault(file, line, "", str(error.problem), "mend the YAML at this line")]) from error
    repeated = [Fault(file, line, key, "stands twice", "keep one") for key, line in repeated_keys(node)]
    if repeated:
        raise CatalogError(repeated)
    try:
        return model.model_validate(loader.construct_document(node) if node else None)
    except ValidationError as error:
        raise CatalogError([fault(file, node, model, item) for item in error.errors()]) from error


def fault(file: Path, node: yaml.Node | None, model: type[BaseModel], error: ErrorDetails) -> Fault:
    """A pydantic error with the line it comes from; an unknown key is answered with the known ones."""
    loc, remedy = error["loc"], "correct the value"
    if error["type"] == UNKNOWN:
        remedy = f"remove it, or write one of: {', '.join(sorted(model.model_fields))}" if len(loc) == 1 else "remove it, or look at the schema beside the file"
    elif error["type"] == MISSING:
        remedy = "add it"
    return Fault(file, line_of(node, loc), ".".join(map(str, loc)), error["msg"], remedy)


def line_of(node: yaml.Node | None, loc: tuple[int | str, ...]) -> int:
    """The line, from 1, of the deepest part of a path that the file has."""
    line = node.start_mark.line + 1 if node else 1
    for step in loc:
        match node:
            case yaml.MappingNode():
                found = [(key, value) for key, value in node.value if key.value == str(step)]
                if not found:
                    continue  # a union's tag, or a key that is absent: the line of what surrounds it
                line, node = found[0][0].start_mark.line + 1, found[0][1]
            case yaml.SequenceNode() if isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                line = node.start_mark.line + 1
    return line


def repeated_keys(node: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """Keys that stand twice in one mapping, with the line of the second; YAML would silently keep the last."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield key.value, key.start_mark.line + 1
            seen.add(key.value)
            yield from repeated_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from repeated_keys(item)


def stem_is(file: Path, name: str) -> list[Fault]:
    """The file is called what it declares."""
    if file.stem == name:
        return []
    return [Fault(file, 1, "id", f"declares {name!r} in a file called {file.name}", f"call the file {name}.yml")]


IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")
