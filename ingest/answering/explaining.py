"""Explanations: what a unit says of a problem, bound to rule, record and value, so that it survives the next delivery and lapses when the value changes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from catalog.catalog import Catalog
from ingest.alike import by_influence
from ingest.checked import CheckedFile, CheckedTable, LineAnswer, Problem
from ingest.landing import keys_of_rows
from ingest.marking.telling import key, line_key, value_hash
from ingest.protect import Protector
from warehouse.decisions import Matter, matter
from warehouse.event import Decided, Explanation
from warehouse.violation import Violation

PURPOSE = "explained"  # of the keyed hash of a value


@dataclass(frozen=True)
class Given:
    """An explanation as an office gave it."""

    explanation: Explanation
    text: str


def explanation_of(checked: CheckedFile, catalog: Catalog, protector: Protector) -> dict[Problem, Explanation]:
    """Each problem of a file's tables with what an explanation of it is bound to. Of a table whose unit is not known none can be explained."""
    return {problem: made for table in checked.tables for problem, made in of_table(table, catalog, protector)}


def of_table(table: CheckedTable, catalog: Catalog, protector: Protector) -> Iterator[tuple[Problem, Explanation]]:
    """The problems of one table, each with its binding."""
    if table.unit_code is None:
        return
    known = keys_of_rows(table, {problem.row for problem in table.problems if problem.row}, catalog, protector)
    period = table.period.code if table.period else None
    for problem in table.problems:
        is_violation = problem.record_key is not None
        place = protector.keyed("record", table.ledger, table.unit_code, period or "", table.sheet, problem.cell or "")  # a header, a total, the sheet
        yield (
            problem,
            Explanation(
                unit_code=table.unit_code,
                ledger=table.ledger,
                period=period,
                code=problem.code,
                record_key=problem.record_key or known.get(problem.row or 0, place),
                field=problem.field,
                value_hash=(problem.value or "") if is_violation else protector.keyed(PURPOSE, problem.value or ""),
                sheet=problem.sheet,
                cell=problem.cell,
            ),
        )


def holding(explanations: Mapping[Problem, Explanation], decided: Iterable[tuple[Decided, Explanation]]) -> dict[Problem, Decided]:
    """The problems whose explanation holds: given of the same rule and record, while the value was the same."""
    given = {matter(decision): (one, decision.value_hash) for one, decision in decided}
    found = {problem: given.get(matter(made)) for problem, made in explanations.items()}
    return {problem: one[0] for problem, one in found.items() if one and one[1] == explanations[problem].value_hash}


def given_in(checked: CheckedFile, catalog: Catalog, protector: Protector) -> tuple[tuple[Given, ...], tuple[LineAnswer, ...]]:
    """What a marked copy that came back explains of its own problems; and the answers to lines that speak of none of them."""
    answers = {answer.key: answer for answer in checked.answers}
    bound = explanation_of(checked, catalog, protector) if answers else {}
    given: list[Given] = []
    for kind in by_influence(checked) if answers else ():
        if (answer := answers.pop(key(kind), None)) is None:
            continue
        about = (problem for problem in kind.problems if problem in bound and value_hash(problem.value) in answer.values)
        given += (Given(bound[problem], answer.text) for problem in about)
    return tuple(given), tuple(answers.values())


def given_of_violations(answers: Iterable[LineAnswer], violations: Iterable[Violation], catalog: Catalog) -> Iterator[Given]:
    """What answers explain of the violations that were told."""
    by_key = {answer.key: answer for answer in answers}
    for one in violations:
        rule = catalog.rules.get(one.rule_id)
        answer = by_key.get(line_key(one.rule_id, one.sheet, one.field, rule.should_be, rule.remedy)) if rule else None
        if answer and value_hash(one.value_hash) in answer.values:
            yield Given(explanation_of_violation(one), answer.text)


def explanation_of_violation(one: Violation) -> Explanation:
    """What an explanation of a violation is bound to."""
    return Explanation(
        unit_code=one.unit_code,
        ledger=one.ledger,
        period=one.period,
        code=one.rule_id,
        record_key=one.fact_key,
        field=one.field,
        value_hash=one.value_hash,
        sheet=one.sheet,
        cell=None,
    )


def news(given: Iterable[Given], counting: Iterable[Decided]) -> Iterator[Given]:
    """The explanations that are not known yet: a copy that comes back again brings its old ones along."""
    known: dict[Matter, tuple[str, str]] = {
        matter(one.decision): (one.decision.value_hash, one.why) for one in counting if isinstance(one.decision, Explanation) and one.decision.is_given
    }
    for one in given:
        if known.get(matter(one.explanation)) != (one.explanation.value_hash, one.text):
            yield one
