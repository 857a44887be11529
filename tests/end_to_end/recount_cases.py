"""The indicators of cases, rosters and claims recounted from the samples' expected records, by the definitions alone: nothing of ours is imported.

A figure is (numerator, denominator, unreadable); None where no unit has filed. Money is in fen.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.end_to_end.recount import CITY, DA, KUN, MONTHS, TU, Fact, Figure, together

SUCCEEDED, CLOSED = "R1", {"R1", "R2", "R4"}
WRITTEN = "A2"
COMMITTEES = {"O11", "O12", "O21", "O22", "O31", "O41"}  # the others are studios, rooms, centres and groups
NOT_TO_BE_READ = ("required_missing", "duplicate_row")  # labels of cells in which nothing was filed, or that stand for the row

CASES = {  # in order of receipt
    (KUN, "2023-04"): ("昆都仑区/人民调解案件导出_昆都仑区_202304.xls",),
    (KUN, "2023-05"): ("昆都仑区/昆区5月调解案件.csv",),
    (TU, "2023-04"): ("土默特右旗/土右旗4月人民调解登记表.xlsx",),
    (DA, "2023-04"): ("达尔罕茂明安联合旗/达茂旗人民调解案件2023年4月.xlsx", "达尔罕茂明安联合旗/达茂旗口头协议登记表.xlsx"),
    (DA, "2023-05"): ("达尔罕茂明安联合旗/满都拉边境派出所调处记录.xlsx", "达尔罕茂明安联合旗/达茂旗调解案件台帐（5月）.xlsx"),
}
MEDIATORS = {KUN: "昆都仑区/昆都仑区调解组织和调解员花名册2023.4.t2.xlsx", DA: "达尔罕茂明安联合旗/达茂旗人民调解员名册(导入模板).xlsx"}
COMMITTEE_ROSTERS = {KUN: "昆都仑区/昆都仑区调解组织和调解员花名册2023.4.t1.xlsx"}  # both rosters stand in April and hold in May
CLAIMS = {(KUN, "2023-04"): "昆都仑区/昆区以案定补申报汇总表4月.xlsx"}


@dataclass(frozen=True)
class Record:
    """One expected record: what its readable cells say ("" is blank), and which columns its layout has."""

    cells: dict[str, str]
    unreadable: frozenset[str]

    def says(self, field: str) -> str:
        """What a readable cell says; "" where nothing was filed, or the layout lacks it, or it cannot be read."""
        return "" if field in self.unreadable else self.cells.get(field, "")

    def same_as(self, other: "Record") -> bool:
        """The first of number, parties + facts, mediator + facts, facts that is filled on both sides decides."""
        for fields in (("case_no",), ("parties", "brief"), ("mediator", "brief"), ("brief",)):
            ours, theirs = ([row.says(field) for field in fields] for row in (self, other))
            if all(ours) and all(theirs):
                return ours == theirs
        return False

    def with_what_lacks(self, other: "Record") -> "Record":
        """This record, with what only an earlier statement of the same says."""
        said = {field: self.says(field) or other.says(field) for field in {**self.cells, **other.cells}}
        return Record(said, frozenset(field for field in self.unreadable if not said.get(field)))


def records(expected: Path, file: str) -> Iterator[Record]:
    """The expected records of a file; a name that ends in .t1 or .t2 before its ending is one of its tables."""
    stem, name = Path(file).stem, file.replace(".t1.", ".").replace(".t2.", ".")
    with (expected / "problems.csv").open(encoding="utf-8-sig", newline="") as lines:
        labels = [label for label in csv.DictReader(lines) if label["file"] == name and label["scope"] != "cross" and label["kind"] not in NOT_TO_BE_READ]
    with (expected / f"{stem}.csv").open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            here = [label for label in labels if (label["sheet"], "".join(filter(str.isdigit, label["cell"]))) == (row["_sheet"], row["_row"])]
            unreadable = frozenset(label["field"] for label in here if label["severity"] == "block" or not row.get(label["field"]))
            yield Record({field: value for field, value in row.items() if not field.startswith("_")}, unreadable)


def cases(expected: Path, unit: str, period: str) -> list[Record]:
    """Every case of a unit and month once, however many of its files state it; rows of one file are never the same case."""
    found: list[Record] = []
    for file in CASES.get((unit, period), ()):
        before = list(found)
        for record in records(expected, file):
            twin = next((old for old in before if record.same_as(old)), None)
            if twin:
                before.remove(twin)
                found.remove(twin)
            found.append(record.with_what_lacks(twin) if twin else record)
    return found


def share(facts: list[Fact]) -> Figure:
    """Where it is true, out of where it can be read."""
    return facts.count(True), len(facts) - facts.count(None), facts.count(None)


def one_of(said: str, words: set[str]) -> Fact:
    """Whether a cell says one of some words; None where it says nothing."""
    return said in words if said else None


def of_cases(expected: Path, unit: str, period: str) -> dict[str, Figure | None]:
    """The five figures that come from the case ledger."""
    filed = cases(expected, unit, period)
    closed = [one_of(case.says("result"), CLOSED) for case in filed]
    ended = [case for case, is_closed in zip(filed, closed, strict=True) if is_closed is not False]
    agreed = [case for case in ended if case.says("result") == SUCCEEDED]
    figures: dict[str, Figure | None] = {
        "cases_accepted": (len(filed), None, 0),
        "cases_closed": (closed.count(True), None, closed.count(None)),
        "success_rate_accepted": share([one_of(case.says("result"), {SUCCEEDED}) for case in filed]),
        "success_rate_closed": share([one_of(case.says("result"), {SUCCEEDED}) for case in ended]),
        "written_agreement_share": share([one_of(case.says("agreement_form"), {WRITTEN}) for case in agreed]),
    }
    return figures if filed else dict.fromkeys(figures)


def of_rosters(expected: Path, unit: str) -> dict[str, Figure | None]:
    """Mediators, each person once, how many of them are full-time, and committees."""
    people = {row.says("mediator_id") or f"{row.says('mediator_name')} {row.says('org_name')}": row for row in rows(expected, MEDIATORS.get(unit))}
    full_time: list[Fact] = [not_so(one_of(row.says("mediator_parttime"), {"true"})) for row in people.values()]
    kinds = [one_of(row.says("org_kind"), COMMITTEES) for row in rows(expected, COMMITTEE_ROSTERS.get(unit))]
    return {
        "mediators": (len(people), None, 0) if people else None,
        "full_time_share": share(full_time) if people else None,
        "committees": (kinds.count(True), None, kinds.count(None)) if kinds else None,
    }


def not_so(fact: Fact) -> Fact:
    """The opposite; what cannot be read stays so."""
    return None if fact is None else not fact


def rows(expected: Path, file: str | None) -> list[Record]:
    """The records of a file, none where there is no file."""
    return list(records(expected, file)) if file else []


def of_claims(expected: Path, unit: str, period: str) -> dict[str, Figure | None]:
    """Claims whose case stands in the ledger, by its number, else by its parties where one side lacks a number."""
    known = [case for month in MONTHS for case in cases(expected, unit, month)]
    counted = [claim for claim in rows(expected, CLAIMS.get((unit, period))) if any(is_for(claim, case) for case in known)]
    amounts = [int(claim.says("declared_amount") or claim.says("unit_amount")) for claim in counted]
    return {"claims": (len(counted), None, 0) if counted else None, "amount_claimed": (sum(amounts), None, 0) if counted else None}


def is_for(claim: Record, case: Record) -> bool:
    """Whether a claim is for a case."""
    if claim.says("case_no") and case.says("case_no"):
        return claim.says("case_no") == case.says("case_no")
    return claim.says("parties") == case.says("parties") != ""


def recount(expected: Path) -> dict[tuple[str, str, str], Figure | None]:
    """Every figure by indicator, unit (the three that filed, and the city) and month."""
    figures: dict[tuple[str, str, str], Figure | None] = {}
    for period in MONTHS:
        by_unit = {unit: of_cases(expected, unit, period) | of_rosters(expected, unit) | of_claims(expected, unit, period) for unit in (KUN, TU, DA)}
        figures |= {(indicator, unit, period): figure for unit, of_unit in by_unit.items() for indicator, figure in of_unit.items()}
        figures |= {(indicator, CITY, period): together([of_unit[indicator] for of_unit in by_unit.values()]) for indicator in by_unit[KUN]}
    return figures
