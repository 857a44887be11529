"""An unknown header or layout is kept raw and proposed with its evidence; what a person approves is known from the next reading on."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from catalog.learned import NOTHING, Learned, LearnedHeader, LearnedLayout, layout
from ingest.identifying import Delivery
from ingest.proposing import Proposal, headers_of, proposals
from tests.ingest.offices import HEADER, City, disputes
from tests.ingest.toy_readers import never_asked

MARCH, APRIL = "昆都仑区/昆区2023年3月矛盾纠纷台账.xlsx", "昆都仑区/昆区2023年4月矛盾纠纷台账.xlsx"
RENAMED = [{"化解时限": "最迟哪天办完", "备注": "承办心得"}.get(header, header) for header in HEADER]
DEADLINE = LearnedHeader("dispute", "最迟哪天办完", "deadline_on")


@pytest.fixture
def city(tmp_path: Path) -> City:
    """A fresh data folder."""
    return City(tmp_path)


def proposed(city: City, path: str, before: str | None = None) -> dict[str | None, Proposal]:
    """The proposals for a file of the inbox, by header."""
    last = headers_of((city.folder.inbox / before).read_bytes(), Delivery(before, "150203"), city.catalog) if before else {}
    found = proposals((city.folder.inbox / path).read_bytes(), Delivery(path, "150203"), city.catalog, last)
    return {one.header: one for one in found}


def test_a_renamed_column_is_proposed_by_its_values_and_the_layout_of_last_time(city: City) -> None:
    """The values read as days, and the column in which the unit stated its deadlines is gone; so is that of its remarks, which could hold anything."""
    city.files(MARCH, disputes(5), title="昆都仑区2023年3月矛盾纠纷排查化解工作台账")
    city.files(APRIL, disputes(5), header=RENAMED)
    one = proposed(city, APRIL, before=MARCH)["最迟哪天办完"]

    assert (one.ledger, one.cell, one.values) == ("dispute", "I2", tuple(f"2023-05-{day}" for day in range(11, 16)))
    assert [(each.name, each.was, each.reads) for each in one.candidates] == [("deadline_on", "化解时限", 1.0), ("remark", "备注", 1.0)]


def test_a_header_that_nothing_speaks_for_is_proposed_without_a_meaning(city: City) -> None:
    """It is not guessed."""
    city.files(APRIL, disputes(5), header=RENAMED)
    assert proposed(city, APRIL)["最迟哪天办完"].candidates == ()


def test_an_approved_header_is_read_without_being_sent_again(city: City) -> None:
    """The same delivery, read anew; before, the column was kept raw and its name journalled."""
    city.files(APRIL, disputes(5), header=RENAMED)
    city.takes_in()
    assert city.readings()[-1].tables[0].unknown_headers == ("最迟哪天办完", "承办心得")

    city.catalog = city.catalog.having(Learned((DEADLINE, LearnedHeader("dispute", "承办心得", None))))
    city.takes_in()

    assert city.readings()[-1].tables[0].unknown_headers == ()
    days = [pq.read_table(file, partitioning=None).column("deadline_on").to_pylist() for file in city.landed()]
    assert sorted(str(column[0]) for column in days) == ["2023-05-11", "None"]
    assert len(city.received()) == 1


def test_what_is_learned_of_one_ledger_makes_no_other_reading_anew(city: City) -> None:
    """A reading depends on what it used."""
    city.files(APRIL, disputes(5))
    city.takes_in()
    city.catalog = city.catalog.having(Learned((LearnedHeader("screening_round", "走访户数", None),)))
    assert city.takes_in(never_asked).answers == ()


def test_a_layout_that_nothing_names_is_proposed_and_known_once_approved(city: City) -> None:
    """By the share of headers that a ledger knows; approved, the table is read as that ledger."""
    header = ["纠纷简要情况", "责任单位", "责任人", "谁在跟", "跟到哪", "再看日"]
    rows = [[f"甲乙两家第{n}次争水。", "昆北街道司法所", "孔凤义", "孟和", "在谈", "五月"] for n in range(3)]
    city.files("昆都仑区/2023年4月.xlsx", rows, title="昆都仑区2023年4月情况", header=header)
    assert [answer.decision for answer in city.takes_in().answers] == ["unidentified"]
    (one,) = proposed(city, "昆都仑区/2023年4月.xlsx").values()
    assert (one.ledger, one.headers, one.candidates[0].name) == (None, layout(header), "dispute")

    city.catalog = city.catalog.having(Learned(layouts=(LearnedLayout("dispute", one.headers),)))
    city.takes_in()
    (table,) = city.readings()[-1].tables
    assert (table.ledger, table.records) == ("dispute", 3)


def test_what_the_declaration_says_outranks_what_was_learned(city: City) -> None:
    """A header that was declared since means what the declaration says, and no column is claimed twice."""
    ledger = city.catalog.having(Learned((LearnedHeader("dispute", "化解时限", "closed_on"),))).ledgers["dispute"]
    assert ledger.by_header["化解时限"] == ("deadline_on",)


def test_having_learned_nothing_is_the_catalog_itself(city: City) -> None:
    """And its readings stand."""
    assert city.catalog.having(NOTHING) is city.catalog
