"""The indicators of disputes and returns recounted from the samples' expected records, by the definitions alone: nothing of ours is imported.

A figure is (numerator, denominator, unreadable); None where no unit has filed. Disputes are matched by the facts themselves, not by hashes of them.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

CITY, KUN, TU, DA = "150200", "150203", "150221", "150223"
MONTHS = {"2023-04": date(2023, 4, 30), "2023-05": date(2023, 5, 31)}  # with the day on which stocks are measured
DUE = {"2023-04": date(2023, 5, 5), "2023-05": date(2023, 6, 5)}
OWED = {"dispute": 11, "screening_round": 10}  # ten offices, and the city's own for disputes

TOWNSHIPS = {KUN: 15}  # townships and streets of the one district that filed its rounds, by the list of divisions

OPEN_STATES = {"LS1", "LS2", "LS3", "LS4", "LS5", "LS6", "LS10", "LS12"}
RESOLVED_STATES = {"LS9", "LS11"}
STRUCK_OFF = "LS11"
AGREED, STILL_MEDIATED = "R1", "R3"
CARRIED_OVER = "上月结转"

Fact = bool | None  # None: the layout lacks the column, or the cell cannot be read
Figure = tuple[int, int | None, int]


@dataclass(frozen=True)
class Return:
    """One live return: the workbook, whose it is, and when the unit's first accepted file of that month arrived."""

    file: str
    ledger: str
    unit: str
    period: str
    first_received: date


RETURNS = (
    Return("昆都仑区/4月排查情况登记表(各街道汇总).xlsx", "screening_round", KUN, "2023-04", date(2023, 5, 4)),
    Return("昆都仑区/昆区2023年4月矛盾纠纷台账（更正）.xlsx", "dispute", KUN, "2023-04", date(2023, 5, 5)),
    Return("土默特右旗/土右旗4月份突出矛盾纠纷台账.xlsx", "dispute", TU, "2023-04", date(2023, 5, 5)),
    Return("达尔罕茂明安联合旗/达茂旗矛盾纠纷排查化解信息4月.xlsx", "dispute", DA, "2023-04", date(2023, 5, 5)),
    Return("昆都仑区/昆区2023年5月矛盾纠纷台账.xlsx", "dispute", KUN, "2023-05", date(2023, 6, 5)),
    Return("土默特右旗/土右旗5月份突出矛盾纠纷台账.xlsx", "dispute", TU, "2023-05", date(2023, 6, 13)),
)


@dataclass(frozen=True)
class Dispute:
    """One row of a dispute ledger, as it stood in one month."""

    unit: str
    period: str
    cells: dict[str, str]
    unreadable: frozenset[str]

    def says(self, field: str) -> str | None:
        """What a readable cell says, "" when it is blank; None when the layout lacks it or it cannot be read."""
        return None if field in self.unreadable else self.cells.get(field)

    def same_as(self, other: "Dispute") -> bool:
        """The first of parties + facts, then responsible unit + facts, that is filled on both sides decides."""
        for fields in (("parties", "brief"), ("responsible_unit", "brief")):
            ours, theirs = ([row.cells.get(field, "") for field in fields] for row in (self, other))
            if all(ours) and all(theirs):
                return ours == theirs
        return False

    @property
    def is_open(self) -> Fact:
        """Its state is an open one; where the layout has no state, it is still being mediated."""
        if "closed_off" in self.cells:
            return self.says("closed_off") in OPEN_STATES if self.says("closed_off") else None
        return self.says("result") == STILL_MEDIATED if self.says("result") else None

    def is_overdue(self, day: date) -> Fact:
        """It is open and its deadline lies before the day; what is no is no, even where the other half cannot be read."""
        deadline = self.says("deadline")
        if self.is_open is False or deadline == "" or (deadline and date.fromisoformat(deadline) >= day):
            return False
        return None if self.is_open is None or deadline is None else True

    @property
    def is_struck_off(self) -> Fact:
        """Its state is struck off; without a state nobody can tell."""
        return self.says("closed_off") == STRUCK_OFF if self.says("closed_off") else None

    @property
    def is_resolved(self) -> Fact:
        """Closed in substance, struck off, or mediated with an agreement; without state and result nobody can tell."""
        if not (self.says("closed_off") or self.says("result")):
            return None
        return self.says("closed_off") in RESOLVED_STATES or self.says("result") == AGREED

    def is_filled(self, field: str) -> Fact:
        """Something readable stands in the cell; None when the layout lacks it or it cannot be read."""
        said = self.says(field)
        return None if said is None else said != ""


def rows(expected: Path, filed: Return) -> Iterator[tuple[int, dict[str, str]]]:
    """The expected records of a return, each with its row on the sheet."""
    with (expected / f"{Path(filed.file).stem}.csv").open(encoding="utf-8-sig", newline="") as lines:
        for record in csv.DictReader(lines):
            yield int(record["_row"]), {name: value for name, value in record.items() if not name.startswith("_")}


def faults(expected: Path, filed: Return) -> Iterator[tuple[int, str, str, str]]:
    """Row, field, kind and severity of every cell of a return that is wrong on purpose."""
    with (expected / "problems.csv").open(encoding="utf-8-sig", newline="") as lines:
        for fault in csv.DictReader(lines):
            if fault["file"] == filed.file and fault["cell"]:
                yield int("".join(filter(str.isdigit, fault["cell"]))), fault["field"], fault["kind"], fault["severity"]


def disputes(expected: Path) -> Iterator[Dispute]:
    """Every dispute row that counts: rows that repeat another of their file are left out."""
    for filed in (filed for filed in RETURNS if filed.ledger == "dispute"):
        wrong = list(faults(expected, filed))
        repeated = {row for row, _, kind, _ in wrong if kind == "duplicate_row"}
        for row, cells in rows(expected, filed):
            marked = [(field, severity) for at, field, kind, severity in wrong if at == row and kind != "required_missing"]
            unreadable = frozenset(field for field, severity in marked if severity == "block" or not cells.get(field))
            if row not in repeated:
                yield Dispute(filed.unit, filed.period, cells, unreadable)


def found(all_disputes: list[Dispute], unit: str, period: str) -> Figure | None:
    """First appearances: no earlier row of the unit is the same, and none is marked as carried over."""
    now = [row for row in all_disputes if row.unit == unit and row.period == period]
    before = [row for row in all_disputes if row.unit == unit and row.period < period]
    new = [row for row in now if not any(row.same_as(old) for old in before)]
    return (sum(CARRIED_OVER not in row.cells.get("remark", "") for row in new), None, 0) if now else None


def stock(all_disputes: list[Dispute], unit: str, period: str, judge: Callable[[Dispute], Fact]) -> Figure | None:
    """Rows that stand in the month; a unit that has not filed carries its last open ones."""
    now = [row for row in all_disputes if row.unit == unit and row.period == period]
    last = max((row.period for row in all_disputes if row.unit == unit and row.period < period), default=None)
    standing = now or [row for row in all_disputes if row.unit == unit and row.period == last and row.is_open]
    facts = [judge(row) for row in standing]
    return (facts.count(True), None, facts.count(None)) if standing else None


def share(all_disputes: list[Dispute], unit: str, period: str, judge: Callable[[Dispute], Fact]) -> Figure | None:
    """Rows where the fact is true, out of those where it can be read."""
    facts = [judge(row) for row in all_disputes if row.unit == unit and row.period == period]
    return (facts.count(True), len(facts) - facts.count(None), facts.count(None)) if facts else None


def of_disputes(all_disputes: list[Dispute], unit: str, period: str) -> dict[str, Figure | None]:
    """The seven figures that come from the dispute ledger, of one reporting unit and month."""
    day = MONTHS[period]
    return {
        "disputes_found": found(all_disputes, unit, period),
        "disputes_open": stock(all_disputes, unit, period, lambda row: row.is_open),
        "disputes_overdue": stock(all_disputes, unit, period, lambda row: row.is_overdue(day)),
        "struck_off_rate": share(all_disputes, unit, period, lambda row: row.is_struck_off),
        "resolved_rate": share(all_disputes, unit, period, lambda row: row.is_resolved),
        "planned_share": share(all_disputes, unit, period, lambda row: row.is_filled("plan")),
        "responsible_named_share": share(all_disputes, unit, period, lambda row: row.is_filled("responsible_person")),
    }


def of_returns(expected: Path, unit: str, period: str) -> dict[str, Figure | None]:
    """Rounds, and how many of the returns owed by one reporting unit came, and came in time."""
    came = [filed for filed in RETURNS if filed.unit == unit and filed.period == period]
    owed = len(OWED)
    rounds = [cells for filed in came if filed.ledger == "screening_round" for _, cells in rows(expected, filed)]
    return {
        "screening_rounds": (len(rounds), None, 0) if rounds else None,
        "townships_screened": (len({cells["township"] for cells in rounds} - {""}), TOWNSHIPS[unit], 0) if rounds else None,
        "return_rate": (len(came), owed, 0),
        "on_time_rate": (sum(filed.first_received <= DUE[period] for filed in came), owed, 0),
    }


def together(figures: list[Figure | None]) -> Figure | None:
    """The city's figure: numerators, denominators and unreadable of all units that have any."""
    filed = [figure for figure in figures if figure]
    if not filed:
        return None
    numerators, denominators, unreadable = zip(*filed, strict=True)
    return sum(numerators), None if None in denominators else sum(denominators), sum(unreadable)


def recount(expected: Path) -> dict[tuple[str, str, str], Figure | None]:
    """Every figure by indicator, unit (the three that filed, and the city) and month."""
    all_disputes = list(disputes(expected))
    figures: dict[tuple[str, str, str], Figure | None] = {}
    for period in MONTHS:
        by_indicator: dict[str, list[Figure | None]] = defaultdict(list)
        for unit in (KUN, TU, DA):
            for indicator, figure in (of_disputes(all_disputes, unit, period) | of_returns(expected, unit, period)).items():
                figures[indicator, unit, period] = figure
                by_indicator[indicator].append(figure)
        for indicator, units in by_indicator.items():
            figures[indicator, CITY, period] = together(units)
        for rate in ("return_rate", "on_time_rate"):  # the eight units that filed nothing owe as well
            came, _, unreadable = together(by_indicator[rate]) or (0, 0, 0)
            figures[rate, CITY, period] = (came, sum(OWED.values()), unreadable)
    return figures
