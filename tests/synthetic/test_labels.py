"""Each label points at the cell in which the mistake stands."""

from collections import defaultdict

from synthetic.defects.declared import defects
from synthetic.generate import LABELS
from tests.synthetic.cells import at, rows
from tests.synthetic.small_city import Made

GONE = {"drop"}  # mechanisms by which something is missing: there is no cell


def test_every_declared_kind_is_there(small: Made) -> None:
    """No kind of the YAML is left out."""
    assert {label.kind for label in small.city.labels} == set(defects().kinds)


def test_the_cell_of_a_label_holds_what_was_filed(small: Made) -> None:
    """Read back by another reader, at the address of the label."""
    by_file = defaultdict(list)
    for label in small.city.labels:
        by_file[label.file].append(label)
    wrong = []
    for file, labels in by_file.items():
        sheets = rows(small.inbox / file)
        wrong += [(label, found) for label in labels if label.cell and (found := at(sheets[label.sheet], label.cell)) != label.as_filed]

    assert not wrong[:5]


def test_what_is_missing_has_no_cell_and_all_else_has(small: Made) -> None:
    """A week without a round, a dispute that is gone, a payment that was never made."""
    gone = {name for name, kind in defects().kinds.items() if kind.how in GONE}

    assert {label.kind for label in small.city.labels if not label.cell} == gone


def test_what_was_filed_is_not_what_is_true(small: Made) -> None:
    """A label whose cell is as it should be would be none; rows that stand twice are right by themselves, and a shifted cell may be empty before and after."""
    alone = [label for label in small.city.labels if label.cell and label.truth == label.as_filed]

    assert {label.kind for label in alone} <= {"shifted_row", "ghost_mediator"}


def test_the_list_has_a_line_for_each_label(small: Made) -> None:
    """And a line of names above them."""
    lines = (small.home / LABELS).read_text(encoding="utf-8").splitlines()

    assert lines[0] == "file,sheet,cell,ledger,unit_code,period,field,kind,record,truth,as_filed"
    assert len([line for line in lines if line.startswith(tuple({label.file for label in small.city.labels}))]) == len(small.city.labels)
