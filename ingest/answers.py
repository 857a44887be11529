"""Answers: the receipt of every delivery in its office's outbox, written anew when what became of it changed; and one line each for who runs the path."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from catalog.catalog import Catalog
from catalog.receipt import Answer
from ingest import receipt
from ingest.checked import FileKind
from ingest.notice import notice
from ingest.receipt import Became
from warehouse import answers_index
from warehouse.answers_index import HandedBack
from warehouse.durable import replace
from warehouse.folder import PRIVATE
from warehouse.live import Standing
from warehouse.outbox import receipt_of
from warehouse.run import Run


@dataclass(frozen=True)
class FileAnswer:
    """What is said of one file: whose it is, what it was taken for, how it was judged, how many problems it has."""

    file: str
    submission_id: str
    district: str
    decision: str
    kind: FileKind
    problems: int
    refusal: str | None


def write_receipts(run: Run, standings: Sequence[Standing], details: Mapping[str, Sequence[str]]) -> None:
    """Write every receipt whose words are not those that stand there. `details` are the places to correct of what was read just now.

    A file has one receipt, that of the last delivery from its path.
    """
    tables_of, copies = by_submission(standings), answers_index.load(run.folder).handed_back
    last = {standing.received.path: standing.received for standing in standings}
    for received in last.values():
        tables = tables_of[received.submission_id]
        if tables[0].read is None:
            continue
        place = receipt_of(received, run.folder, run.catalog)
        stands = place.read_text(encoding="utf-8") if place.exists() else ""
        listed = details.get(received.submission_id, receipt.listed_in(stands, run.catalog))
        said = words(tables, copies.get(received.path), listed, run.catalog)
        if said != stands:
            place.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
            replace(place, said.encode())


def words(tables: Sequence[Standing], copy: HandedBack | None, listed: Sequence[str], catalog: Catalog) -> str:
    """The receipt of a delivery that was read; a marked copy is told of where it is one of this delivery and not of the one before it."""
    received, read = tables[0].received, tables[0].read
    if read is None:
        raise ValueError(f"{received.submission_id} was not read")
    fates = [became(standing) for standing in tables if standing.table]
    copied = copy if copy and copy.submission_id == received.submission_id else HandedBack(received.submission_id, made_from="")
    head = [*receipt.head(received, read, fates, catalog), *receipt.about_copy(copied, catalog)]
    return receipt.text(head, notice(received, read, fates, copied, catalog), listed, catalog)


def by_submission(standings: Iterable[Standing]) -> dict[str, list[Standing]]:
    """The standings of each delivery, table by table."""
    found: dict[str, list[Standing]] = defaultdict(list)
    for standing in standings:
        found[standing.received.submission_id].append(standing)
    return found


def became(standing: Standing) -> Became:
    """What a receipt says became of a table."""
    answer = answer_of(standing)
    if (meeting := standing.meeting) is None:
        return Became(answer)
    return Became(answer, meeting.kept, meeting.new, meeting.lost, meeting.changed)


def answer_of(standing: Standing) -> Answer:
    """The word for a standing."""
    match standing.state:
        case "live":
            return "replaces" if standing.replaces else "live"
        case "waits":
            return "waits" if standing.meeting else "waits_untold"
        case "added" | "replaced" | "duplicate" | "returned" | "withheld":
            return standing.state
        case "refused" | "unidentified" | "unread":
            raise ValueError(f"{standing.state} is no standing of a table")


def file_answers(standings: Iterable[Standing], submission_ids: Iterable[str]) -> list[FileAnswer]:
    """What is said of some deliveries, in order of receipt."""
    wanted = frozenset(submission_ids)
    return [
        FileAnswer(
            file=tables[0].received.path,
            submission_id=submission_id,
            district=tables[0].received.district,
            decision=read.verdict,
            kind=kind(tables),
            problems=sum(table.block_problems + table.explain_problems + table.hint_problems for table in read.tables),
            refusal=read.refusal,
        )
        for submission_id, tables in by_submission(standings).items()
        if submission_id in wanted and (read := tables[0].read) is not None
    ]


def kind(tables: Sequence[Standing]) -> FileKind:
    """What a delivery is taken for."""
    first = tables[0]
    if first.table is None:
        return "unidentified"
    return "duplicate" if first.state == "duplicate" else first.table.kind
