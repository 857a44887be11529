"""The tables that have no row per record: figures of forms, returns, deliveries, and what the rules found."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from bench.against_truth.comparing import Compared, Difference, differs
from bench.against_truth.ledger import Ledger
from bench.against_truth.made_city import Key, Value
from bench.against_truth.published import Published
from bench.against_truth.reasons import Reason
from catalog.period import Period
from synthetic.landing import figure

HELD_AGAINST = {  # what rules compare: a ledger's column with that of another ledger
    ("committee", "name"): ("mediator", "committee_text"),
    ("mediation_case", "mediator"): ("mediator", "name"),
    ("subsidy_claim", "case_no"): ("mediation_case", "case_no"),
}
SUFFIXES = "-again", "-split", "-twice", "-later", "-ghost", "-second", "-padded", "-F"  # of records that were made from others
NOT_ON_ROSTER = "mediator_not_on_roster"
NAME = re.compile(r"[\u3400-\u9fff·]+")
TOLD_OFFICE = {"refused", "returned", "unidentified"}  # the receipt says why, and what to do
STANDINGS = {"return": {"live", "added", "replaced"}, "correction": {"live", "added", "replaced"}, "duplicate": {"duplicate"}}


def beside_records(published: Published) -> Iterator[Compared]:
    """Each of these tables against what the city knows of it."""
    yield figures(published)
    yield submissions(published)
    yield returns(published)
    yield violations(published)


def figures(published: Published) -> Compared:
    """Every figure of every form."""
    found = Compared("fct_filed_total")
    filed: dict[str, list[dict[str, Value]]] = defaultdict(list)
    for told in published.rows("fct_filed_total"):
        filed[str(told["ledger"])].append(told)
    for name in (one.id for one in published.city.catalog.ledgers.values() if one.fact == "figures"):
        ledger = Ledger(published, name)
        true = dict(true_figures(ledger))
        found.true += len(true)
        rows = {str(row.values["row_key"]): row for row in ledger.staged}
        seen = set()
        for told in filed[name]:
            found.published += 1
            measure = str(told["measure"])
            row = rows[str(told["filed_total_key"]).removesuffix(f"-{measure}")]
            column = measure if measure in ledger.reasons.declared else "figure"
            place = row.key, column
            seen.add(place)
            reason: Reason = "equal"
            if place not in true or differs(true[place], told["figure"]):
                reason = ledger.reasons.of_cell(row, column)
                found.differences.append(
                    Difference(found.table, reason, row.key, row.place.file, row.place.row, column, str(true.get(place)), str(told["figure"]))
                )
            found.counts[reason] += 1
        for key, column in true.keys() - seen:
            own = ledger.by_key.get(key, [])
            if own and all(column in row.absent for row in own):
                found.true -= 1  # the office's layout has no such column
                continue
            reason = ledger.reasons.of_cell(own[-1], column) if own else ledger.reasons.of_loss(key, own)
            found.note(reason, Difference(found.table, reason, key, "", 0, column, str(true[key, column]), ""))
    return found


def true_figures(ledger: Ledger) -> Iterator[tuple[tuple[Key, str], Value]]:
    """The true figures of a form by record and column: those of its rows, or the one of a record that is a figure."""
    declared = ledger.published.city.catalog.ledgers[ledger.name]
    for key, values in ledger.truth.items():
        if declared.form:
            if (value := figure(values["figure_text"])) is not None:  # type: ignore[arg-type]
                yield (key, "figure"), value
        else:
            yield from (
                ((key, name), values[name]) for name, column in declared.columns.items() if column.type in {"int", "money"} and values.get(name) is not None
            )


def submissions(published: Published) -> Compared:
    """Every delivery: whether it counts as it should, with as many records as its workbook has."""
    city = published.city
    held: dict[str, int] = defaultdict(int)
    for place in city.records:
        held[place.file] += 1
    sent = {one["file"]: one for deliveries in city.returns.values() for one in deliveries if one["file"]}
    found = Compared("fct_submission", len(sent))
    seen = set()
    for row in published.rows("fct_submission"):
        found.published += 1
        file = city.received[str(row["submission_id"])].path
        seen.add(file)
        one = sent[file]
        key = Key(one["unit_code"], one["period"], one["ledger"])
        wrong = [
            (column, str(true), str(row[column]))
            for column, true in (("ledger", one["ledger"]), ("unit_code", one["unit_code"]), ("period", one["period"]), ("record_count", held[file]))
            if row["standing"] != "duplicate" and row[column] != true
        ]
        if row["standing"] not in STANDINGS[one["kind"]]:
            wrong.append(("standing", one["kind"], str(row["standing"])))
        reason: Reason = "equal" if not wrong else "problem" if row["standing"] in TOLD_OFFICE else "unexplained"
        found.note(reason, *(Difference(found.table, reason, key, file, 0, *told) for told in wrong))
    for file in sent.keys() - seen:
        found.note("unexplained", Difference(found.table, "unexplained", Key("", "", ""), file, 0, "", "delivery", ""))
    return found


def returns(published: Published) -> Compared:
    """Every return of an office that is owed: its state, from what the office sent and when."""
    city, found = published.city, Compared("fct_return")
    standings = published.standings
    for row in published.rows("fct_return"):
        key = str(row["unit_code"]), str(row["ledger"]), str(row["period"])
        if row["depth"] != "file" or key not in city.returns:
            continue
        found.published += 1
        found.true += 1
        true = state_of(city.returns[key], row["due_on"])
        state = str(row["state"])
        files = (standings.get(one["file"], set()) for one in city.returns[key] if one["file"])
        is_told = any(some & TOLD_OFFICE for some in files)
        reason: Reason = "equal" if state == true else "problem" if is_told else "unexplained"
        told = Difference(found.table, reason, Key(key[0], key[2], key[1]), city.returns[key][0]["file"], 0, "state", true, state)
        found.note(reason, *([told] if reason != "equal" else []))
    return found


def state_of(deliveries: list[dict[str, str]], due: Value) -> str:
    """What a return is by its first file: late, without entries, filed; or missing."""
    sent = [one for one in deliveries if one["file"]]
    if not sent:
        return "missing"
    first = datetime.fromisoformat(sent[0]["received_at"]).date()
    if isinstance(due, date) and first > due:
        return "late"
    return "nil" if sent[0]["records"] == "0" else "filed"


def violations(published: Published) -> Compared:
    """Everything that a rule found: whether it is so in truth, or something was filed wrong on purpose of that record, or of what the rule held it against."""
    city, found = published.city, Compared("fct_violation")
    ledgers = {name: Ledger(published, name) for name in city.catalog.ledgers}
    wrong = {true_record(record) for _, record in city.labels}
    rosters = rosters_of(ledgers["mediator"])
    named = {of: frozenset(wrongly_said(ledgers[ledger], column)) for of, (ledger, column) in HELD_AGAINST.items()}
    for row in published.rows("fct_violation"):
        found.published += 1
        place = published.place(row)
        stated = ledgers[str(row["ledger"])].at[place]
        if row["rule_id"] == NOT_ON_ROSTER and is_on_no_roster(rosters, stated.key.unit, stated.values["mediator"], row["since_on"]):
            found.note("equal")
            continue
        names = {(stated.key.unit, str(stated.values[column])) for (ledger, column) in HELD_AGAINST if ledger == row["ledger"]}
        held = set().union(*(named[of] for of in HELD_AGAINST if of[0] == row["ledger"]))
        reason: Reason = "label" if true_record(stated.key.record) in wrong or names & held else "unexplained"
        found.note(reason, Difference(f"{found.table} {row['rule_id']}", reason, stated.key, *place[:2], str(row["field"]), "", "violation"))
    return found


def rosters_of(ledger: Ledger) -> Mapping[str, dict[date, set[str]]]:
    """Whom each true roster of a unit names, by the day from which it holds; of those that came."""
    found: dict[str, dict[date, set[str]]] = defaultdict(lambda: defaultdict(set))
    came = {(row.key.unit, row.key.period) for row in ledger.staged}
    for key, values in ledger.truth.items():
        if (key.unit, key.period) not in came:
            continue
        found[key.unit][Period.parse(key.period).start].add(str(values["name"]))
    return found


def is_on_no_roster(rosters: Mapping[str, dict[date, set[str]]], unit: str, named: Value, day: Value) -> bool:
    """Whether one of those named is truly not on the roster that held on a day: who comes between two rosters stands on the next one."""
    held = max((since for since in rosters[unit] if isinstance(day, date) and since <= day), default=None)
    return held is not None and any(name not in rosters[unit][held] for name in NAME.findall(str(named)))


def wrongly_said(ledger: Ledger, column: str) -> Iterator[tuple[str, str]]:
    """What rows that are wrong on purpose say in a column, and what would be true, with their unit."""
    for row in ledger.staged:
        if ledger.published.city.labels.get((row.place.file, row.key.record)):
            yield row.key.unit, str(row.values[column])
            true = next((key for key in (row.key, row.key._replace(record=true_record(row.key.record))) if key in ledger.truth), None)
            if true:
                yield row.key.unit, str(ledger.truth[true].get(column))


def true_record(record: str) -> str:
    """The matter that a record is about: what was made from it, and its follow-up, are about the same."""
    for suffix in SUFFIXES:
        record = record.removesuffix(suffix)
    return record
