"""Which published tables there are to compare, and what a row of each states."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bench.against_truth.comparing import Compared, Difference, compare, differs
from bench.against_truth.ledger import Ledger
from bench.against_truth.made_city import Key, Value
from bench.against_truth.published import Published, Row
from bench.against_truth.reasons import Reason, worst

ONE_TO_ONE = "fct_screening_round", "fct_subsidy_claim"  # written by hand, a row per record of a return like the plain ones
DAYS = "period_from", "period_to"


def compared(published: Published) -> Iterator[Compared]:
    """Every table of which the truth is known, each held against it."""
    for name in published.city.catalog.ledgers:
        ledger = Ledger(published, name)
        yield compare(ledger, f"stg_{name}", ledger.staged)
        if (fact := f"fct_{name}") in published.tables and (published.city.catalog.ledgers[name].fact == "plain" or fact in ONE_TO_ONE):
            yield compare(ledger, fact, ledger.rows_of(fact))
        match name:
            case "dispute":
                yield matters(ledger, "fct_dispute", rows_of_disputes(ledger))
                yield months(ledger)
            case "mediation_case":
                yield matters(ledger, "fct_mediation_case", rows_of_cases(ledger))
            case "mediator" | "committee":
                yield versions(ledger, f"dim_{name}")


def rows_of_disputes(ledger: Ledger) -> Mapping[str, list[Row]]:
    """The rows from which each dispute was put together."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in ledger.published.rows("int_dispute_appearance"):
        found[str(row["dispute_key"])].append(ledger.at[ledger.published.place(row)])
    return found


def rows_of_cases(ledger: Ledger) -> Mapping[str, list[Row]]:
    """The rows from which each case was put together: those that are paired, and those paired with them."""
    records = {int(str(row["place"])): row for row in ledger.published.rows("int_mediation_case_record")}
    first = {place: place for place in records}

    def root(place: int) -> int:
        while first[place] != place:
            place = first[place]
        return place

    for pair in ledger.published.rows("int_mediation_case_pair"):
        one, other = sorted((root(int(str(pair["place"]))), root(int(str(pair["earlier_place"])))))
        first[other] = one
    keys = {ledger.published.place(row): str(row["case_key"]) for row in ledger.published.rows("fct_mediation_case")}
    found: dict[str, list[Row]] = defaultdict(list)
    for place in sorted(records):
        found[keys[ledger.published.place(records[root(place)])]].append(ledger.at[ledger.published.place(records[place])])
    return found


def matters(ledger: Ledger, table: str, rows: Mapping[str, list[Row]]) -> Compared:
    """A table with a row per matter, however many returns state it: each true matter has one row of its own, which says what was last said of it."""
    true: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(ledger.truth, key=lambda key: key.period):
        true[key.record].append(key)
    keyed = f"{table.removeprefix('fct_').removeprefix('mediation_')}_key"
    stated = {str(row[keyed]): row for row in ledger.published.rows(table)}
    found = Compared(table, len(true), len(stated))
    owns: dict[str, list[str]] = defaultdict(list)
    for own, some in rows.items():
        for record in {row.key.record for row in some} & true.keys():
            owns[record].append(own)
        if not {row.key.record for row in some} & true.keys():
            reason = worst(ledger.reasons.of_addition(row) for row in some)
            found.note(reason, Difference(table, reason, some[0].key, *some[0].place[:2], "", "", "row"))
    for record, keys in true.items():
        some = [row for own in owns[record] for row in rows[own]]
        if len(owns[record]) == 1 and {row.key.record for row in some} & true.keys() == {record}:
            differences = list(last_word(ledger, table, keys, some, stated[owns[record][0]]))
        else:
            differences = [not_alone(ledger, table, keys, some, len(owns[record]))]
        found.note(worst(one.reason for one in differences), *differences)
    return found


def not_alone(ledger: Ledger, table: str, keys: Sequence[Key], rows: Sequence[Row], count: int) -> Difference:
    """A true matter that has no row, several, or one that is another's too."""
    if not rows:
        reason = worst(ledger.reasons.of_loss(key, ledger.by_key.get(key, ())) for key in keys)
        return Difference(table, reason, keys[0], "", 0, "", "record", "")
    return Difference(table, of_matching(ledger, rows, keys), keys[0], *rows[0].place[:2], "", "one row", f"{count} rows" if count > 1 else "shared row")


def of_matching(ledger: Ledger, rows: Sequence[Row], keys: Sequence[Key]) -> Reason:
    """Why a matter has several rows, or shares one: something was filed wrong of it, or a return between is missing."""
    if any(ledger.published.city.labels.get((row.place.file, row.key.record)) for row in rows):
        return "label"
    if {key.period for key in keys} - {row.key.period for row in rows}:
        return worst(ledger.reasons.of_loss(key, ()) for key in keys if key not in ledger.by_key)
    return "problem" if any(row.problems for row in rows) else "unexplained"


def last_word(ledger: Ledger, table: str, keys: Sequence[Key], rows: Sequence[Row], stated: Mapping[str, Value]) -> Iterator[Difference]:
    """The columns in which a row does not say what its returns last truly said."""
    facts = ledger.truth[keys[-1]]
    for name in ledger.published.tables[table]:
        if name not in facts or name in DAYS:
            continue
        said = next((value for key in reversed(keys) if (value := ledger.truth[key][name]) is not None), None)
        declared = ledger.reasons.declared.get(name, name)
        if not differs(said, stated[name]) or all(declared in row.absent for row in rows):
            continue
        reason = of_last_word(ledger, name, keys, rows, stated[name])
        yield Difference(table, reason, keys[-1], rows[-1].place.file, rows[-1].place.row, name, str(said), str(stated[name]))


def of_last_word(ledger: Ledger, name: str, keys: Sequence[Key], rows: Sequence[Row], published: Value) -> Reason:
    """Why a row says something else: one of its cells is wrong, or the return that last said it is missing or has no such column."""
    declared = ledger.reasons.declared.get(name, name)
    if "label" in (whys := [ledger.reasons.of_cell(row, name) for row in rows]):
        return "label"
    speaking = {row.key for row in rows if declared not in row.absent}
    said = next((value for key in reversed(keys) if key in speaking and (value := ledger.truth[key][name]) is not None), None)
    if not differs(said, published):
        losses = [ledger.reasons.of_loss(key, ()) for key in keys if key not in ledger.by_key]
        return worst(losses) if losses else "equal"
    return "problem" if "problem" in whys else "unexplained"


def months(ledger: Ledger) -> Compared:
    """A dispute in each month in which it stood. What is carried forward from an earlier month stands for a return that is missing."""
    rows = ledger.rows_of("fct_dispute_month")
    stated = [row for row in rows if not row.values["is_carried_forward"]]
    found = compare(ledger, "fct_dispute_month", stated)
    for row in rows:
        if row.values["is_carried_forward"]:
            key = Key(row.key.unit, str(row.values["period"]), row.key.record)
            reason = ledger.reasons.of_loss(key, ())
            found.published += 1
            found.note(reason, Difference(found.table, reason, key, row.place.file, row.place.row, "is_carried_forward", "", "carried forward"))
    return found


def versions(ledger: Ledger, table: str) -> Compared:
    """A roster's entries: for each true one the version that held on the first day of that roster. Where a roster did not come the one before stands in."""
    came = {(row.key.unit, row.key.period): row.values["period_from"] for row in ledger.staged}
    rows = [
        replace(row, key=row.key._replace(period=period))
        for row in ledger.rows_of(table)
        for (unit, period), start in came.items()
        if unit == row.key.unit and holds_on(row, start)
    ]
    return compare(ledger, table, rows)


def holds_on(row: Row, day: Value) -> bool:
    """Whether a version holds on a day."""
    since, until = row.values["valid_from_on"], row.values["valid_to_on"]
    return isinstance(day, date) and isinstance(since, date) and since <= day and (not isinstance(until, date) or day <= until)
