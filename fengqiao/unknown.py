"""The deliveries that hold something nobody declared, opened again for whoever decides what it means."""

from collections.abc import Iterator, Sequence

from fengqiao.home import Office
from fengqiao.published import asker
from ingest.identifying import Delivery
from ingest.proposing import Proposal, headers_of, proposals
from warehouse.access import opens_originals
from warehouse.archive import Archive
from warehouse.event import Read, Received
from warehouse.journal import Journal

ASKED = "what nobody declared"
NOT_KNOWN = frozenset({"unidentified", "returned"})


def unknown(office: Office) -> Iterator[tuple[Received, Proposal]]:
    """Each delivery as it was last read, with what is proposed for it. Opens the originals of those alone that hold something unknown; that is logged."""
    opens_originals(office.folder, ASKED, asker())
    events = Journal(office.folder).events()
    read = {event.submission_id: event for event in events if isinstance(event, Read)}
    received = [event for event in events if isinstance(event, Received)]
    for one in received:
        if holds_unknown(read.get(one.submission_id)):
            before = headers_before(one, received, read, office)
            yield from ((one, found) for found in proposals(content(office, one), Delivery.of(one), office.known, before))


def holds_unknown(read: Read | None) -> bool:
    """Whether the reading met a header or a table that is not declared; a file that cannot be opened holds nothing."""
    return read is not None and read.refusal is None and (read.verdict in NOT_KNOWN or any(table.unknown_headers for table in read.tables))


def headers_before(one: Received, received: Sequence[Received], read: dict[str, Read], office: Office) -> dict[str, dict[str, str]]:
    """The layout of the same unit's delivery of the same ledgers before this one."""
    ledgers = {table.ledger for table in read[one.submission_id].tables}
    earlier = [
        event
        for event in received
        if event.district == one.district
        and event.received_at < one.received_at
        and event.submission_id in read
        and any(table.is_accepted and table.ledger in ledgers for table in read[event.submission_id].tables)
    ]
    last = max(earlier, key=lambda event: event.received_at, default=None)
    return headers_of(content(office, last), Delivery.of(last), office.known) if last else {}


def content(office: Office, one: Received) -> bytes:
    """The original."""
    return Archive(office.folder).open(one.sha256)
