"""The JSON of a check: what others may rely on."""

from dataclasses import replace

from ingest.cells import Refused
from ingest.check_json import check_answer
from ingest.checked import CheckedFile
from ingest.protect import Protector
from tests.ingest.filed_tables import CATALOG, filed
from warehouse.hash_key import HashKey

DISPUTE = filed(["矛盾纠纷简要情况", "责任单位", "销号情况"], ["甲与乙争吵。", "昆北街道司法所", "LS3"]).judged()


def file(**changes: object) -> CheckedFile:
    """A file with one dispute in it, and what is changed of that."""
    return replace(CheckedFile("昆区4月.xlsx", "0" * 64, "xlsx", "return", tables=(DISPUTE,)), **changes)  # type: ignore[arg-type]


def test_a_record_has_the_columns_of_the_catalog_and_its_place() -> None:
    """Sheet and row lead back to the cell."""
    answer = check_answer(file(), CATALOG)
    assert (answer.ledger, answer.unit_code, answer.period, answer.decision) == ("dispute", "150203", "2023-04", "accepted")
    assert answer.records == [
        {"brief": "甲与乙争吵。", "responsible_unit_text": "昆北街道司法所", "state_code": "LS3", "_sheet": "4月台账", "_row": 4},
    ]


def test_what_would_land_names_nobody_and_tells_no_story() -> None:
    """Hashes and masks in place of parties, length and hash in place of a text; and no problem or change repeats a value."""
    named = filed(["当事人", "矛盾纠纷简要情况", "责任单位", "销号情况"], ["张三、李四", "张三与李四争吵。", "昆北街道司法所", "办理中"]).judged()
    answer = check_answer(file(tables=(named,)), CATALOG, Protector(HashKey(b"k" * 32), CATALOG.persons))

    (record,) = answer.records
    assert (record["parties_masked"], record["brief_length"], record["state_code"], record["_row"]) == ("张**、李**", 7, "LS3", 4)
    assert "三" not in answer.model_dump_json()


def test_of_several_ledgers_each_record_says_its_own() -> None:
    """And the file names them all."""
    answer = check_answer(file(tables=(DISPUTE, replace(DISPUTE, ledger="screening_round"))), CATALOG)
    assert answer.ledger == ["dispute", "screening_round"]
    assert [record["_ledger"] for record in answer.records] == ["dispute", "screening_round"]


def test_a_change_is_from_and_to() -> None:
    """`from` is a word of Python; in the JSON it stands as such."""
    changed = filed(["矛盾纠纷简要情况", "责任单位", "销号情况"], ["甲与乙争吵。", "昆北街道司法所", "办理中"]).judged()
    (change,) = check_answer(file(tables=(changed,)), CATALOG).model_dump(mode="json")["changed"]
    assert change == {"sheet": "4月台账", "cell": "C4", "field": "state_code", "from": "办理中", "to": "LS3", "rule": "alias_of_code"}


def test_a_refused_file_says_why_and_what_to_do() -> None:
    """Nothing else is known of it."""
    answer = check_answer(file(tables=(), kind="unidentified", refusal=Refused("encrypted")), CATALOG)
    assert (answer.opened, answer.ledger, answer.period, answer.decision, answer.records) == (False, None, None, None, [])
    assert answer.refusal is not None
    assert answer.refusal.code == "encrypted"
    assert "密码" in answer.refusal.message
    assert answer.refusal.remedy


def test_the_worst_of_a_workbooks_tables_decides() -> None:
    """One that goes back must be done again; the others land all the same."""
    assert file(tables=(DISPUTE, replace(DISPUTE, verdict="returned"))).decision == "returned"
    assert file(tables=(DISPUTE, replace(DISPUTE, verdict="accepted_with_problems"))).decision == "accepted_with_problems"
    assert file(tables=()).decision == "returned"
    assert file(kind="duplicate", tables=()).decision is None
