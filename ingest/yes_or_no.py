"""Yes and no: what a header asks, and what a cell answers. An answer to the opposite question is turned round; a sign counts where the sheet explains it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from catalog.ledger import Column
from ingest.cells import Value, filed
from ingest.notation import BETWEEN_ANSWERS, EXPLAINED_SIGNS, SIGN_OF_ANSWER, YES_AND_NO, plain
from ingest.outcome import Fault, Outcome, faulty
from ingest.problems import LISTED


@dataclass(frozen=True)
class Asked:
    """What a header asks of its column: the declared question, the opposite, or which of its words it is. `signs`: what a hint says that signs stand for."""

    is_opposite: bool = False
    is_which: bool = False
    signs: Mapping[str, bool] = field(default_factory=dict)


AS_DECLARED = Asked()


def signs_of(hint: str) -> dict[str, bool]:
    """What the signs of a hint stand for (0 for yes, 1 for no); nothing where it explains none, or explains them twice."""
    text = plain(hint)
    if not EXPLAINED_SIGNS.fullmatch(text):
        return {}
    signs = [(found["sign"] or found["late"], YES_AND_NO[found["answer"]]) for found in SIGN_OF_ANSWER.finditer(text)]
    is_clear = len(dict(signs)) == len(signs) == len({answer for _, answer in signs})
    return dict(signs) if is_clear else {}


def read_yes_or_no(value: Value, column: Column, asked: Asked) -> Outcome:
    """The answer to the column's own question. A word that answers another question is read and said."""
    text = plain(filed(value))
    answers = {**asked.signs, **({} if asked.is_which else YES_AND_NO)}
    if text in answers or isinstance(value, bool):
        answer = value if isinstance(value, bool) else answers[text]
        if asked.is_opposite:
            return Outcome(not answer, "opposite_question")
        return Outcome(answer, "sign_of_hint" if text in asked.signs else None)
    if text in column.words:
        return Outcome(column.words[text], None if asked.is_which else "word_of_other_question", None if asked.is_which else other_question())
    expected = list(column.words if asked.is_which else YES_AND_NO)
    several = [part for part in BETWEEN_ANSWERS.split(text) if part]
    if len(several) > 1 and all(part in answers or part in column.words for part in several):
        return faulty("two_values", expected=several[0])
    return faulty("code_unknown", expected=LISTED.join(expected))


def other_question() -> Fault:
    """The fault of a word that answers a question nobody asked here."""
    return Fault("answer_other_question", expected=LISTED.join(list(YES_AND_NO)[:1] + [word for word, answer in YES_AND_NO.items() if not answer][:1]))


def says_none(value: Value, column: Column) -> bool:
    """Whether a word for none is an answer of the column, not an empty cell."""
    return isinstance(value, str) and (column.none_said if column.type != "yesno" else plain(value) in YES_AND_NO)
