"""`fengqiao check`: what a file says and what is wrong with it, for the one who made it. Changes nothing, and writes a marked copy where one is asked for."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fengqiao import exits
from fengqiao.messages import check as said
from fengqiao.messages import options as words
from fengqiao.options import District, Home, Json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.catalog import Catalog
    from fengqiao.home import Office
    from ingest.check_json import CheckAnswer
    from ingest.on_request import Named

Protected = Annotated[bool, typer.Option("--protected", help=words.PROTECTED)]
Marked = Annotated[Path | None, typer.Option("--marked", metavar=words.FILE_VALUE, help=words.MARKED)]
Received = Annotated[Path | None, typer.Option("--received", metavar=words.FILE_VALUE, help=words.RECEIVED)]


def check(
    *,
    files: Annotated[list[Path], typer.Argument(metavar=words.FILES_VALUE, help=words.CHECK_FILES)],
    district: District = None,
    received: Received = None,
    protected: Protected = False,
    marked: Marked = None,
    home: Home = None,
    json: Json = False,
) -> int:
    """Check files, in order of receipt."""
    from fengqiao import named
    from fengqiao.answers import print_json
    from fengqiao.home import opened, standing
    from fengqiao.own_files import in_order, times
    from ingest.check_json import check_answer
    from ingest.on_request import check_files

    office = standing(home) if protected else opened(home)  # the key of all hashes is the folder's
    code = named.office(office.catalog, district).code if district else None
    named_files = in_order(files, times(received), code, office.catalog)
    checked = check_files(named_files, office.known, office.settings)
    protector = office.protector if protected else None
    answers = [check_answer(one, office.catalog, protector) for one in checked]
    if json:
        print_json([answer.model_dump(mode="json") for answer in answers])
    else:
        show(answers, office.catalog)
    if marked:
        write_marked(named_files, marked, office)
    return exits.NO if any(goes_back(answer) for answer in answers) else exits.DONE


def write_marked(files: "Sequence[Named]", target: Path, office: "Office") -> None:
    """Write the marked copy of the one file that was named. WrongUse when there are several, or the target is the file itself."""
    from fengqiao.answers import say
    from fengqiao.complaint import WrongUse
    from ingest.marking.mark import Marked as MarkedCopy
    from ingest.on_request import mark_file

    if len(files) != 1:
        raise WrongUse(said.ONE_TO_MARK, "fengqiao check")
    if target.exists() and target.samefile(files[0].delivery.path):
        raise WrongUse(said.MARKS_ITSELF, "fengqiao check")
    copy = mark_file(files[0], office.known, office.settings)
    if not isinstance(copy, MarkedCopy):
        say(said.NOT_MARKED)
        return
    target.write_bytes(copy.content)
    unmarked = office.catalog.marking.unmarked
    say(said.LISTED.format(file=target, why=unmarked[copy.unmarked]) if copy.unmarked else said.MARKED.format(file=target))


def goes_back(answer: "CheckAnswer") -> bool:
    """Whether an office would get the file back; a lock file or a second copy is nobody's return."""
    return answer.decision == "returned" or (answer.refusal is not None and answer.refusal.code != "lock_file")


def show(answers: "list[CheckAnswer]", catalog: "Catalog") -> None:
    """Each file with what it was taken for, and its problems in a table."""
    from fengqiao.answers import print_table, print_text

    for answer in answers:
        print_text("\n".join(head(answer, catalog)))
        if answer.problems:
            rows = [[said.SEVERITIES[one.severity], one.sheet, one.cell, one.message, one.should_be, one.remedy] for one in answer.problems]
            print_table(said.HEADERS, rows)


def head(answer: "CheckAnswer", catalog: "Catalog") -> Iterator[str]:
    """The lines about a file as a whole."""
    yield answer.file
    if answer.refusal:
        yield f"  {said.REFUSED.format(why=answer.refusal.message, remedy=answer.refusal.remedy)}"
        return
    if answer.kind == "duplicate":
        yield f"  {said.DUPLICATE}"
        return
    ledgers = [answer.ledger] if isinstance(answer.ledger, str) else answer.ledger or []
    titles = "、".join(catalog.ledgers[ledger].title for ledger in ledgers) or said.UNKNOWN
    unit = catalog.units[answer.unit_code].name if answer.unit_code else said.UNKNOWN
    yield f"  {said.FILE.format(ledger=titles, unit=unit, period=answer.period or said.UNKNOWN, kind=said.KINDS[answer.kind], records=len(answer.records))}"
    if answer.decision:
        yield f"  {said.DECISIONS[answer.decision]}"
