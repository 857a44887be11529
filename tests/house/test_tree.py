"""The house rules of house/rules.py hold in every file, and each rule sees what it is meant to see."""

import pytest

from tests.house.rules import RULES, Rule
from tests.house.tracked import ROOT, matches, text_files

OWN_FILE = "tests/house/rules.py"
BY_SENTENCE = pytest.mark.parametrize("rule", RULES, ids=[rule.sentence for rule in RULES])


@BY_SENTENCE
def test_the_tree_keeps_the_rule(rule: Rule) -> None:
    """No file that the rule looks at breaks it."""
    looked_at = [file for file in text_files() if matches(file.path, rule.looked_at) and not matches(file.path, (*rule.allowed, OWN_FILE))]
    broken = [f"{file.path}:{line}" for file in looked_at for line in rule.lines(file.text)]

    assert looked_at, "the rule looks at no file at all"
    assert not broken, f"{rule.sentence}; broken at: {', '.join(broken)}"


@BY_SENTENCE
def test_the_rule_sees_what_breaks_it(rule: Rule) -> None:
    """A planted line that breaks the rule is found; its honest neighbour is not."""
    assert rule.lines(f"{rule.keeps}\n{rule.breaks}\n") == [2]


def test_the_data_folder_never_enters_git() -> None:
    """What offices send stays out: the data folder is ignored, and so are the environments."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert {"/data/", ".venv/", ".venv-tools/", ".venv-setup/", ".venv-superset/"} <= set(ignored)
