"""Which deliveries stand in some landing partitions: those to be read again when a person asks for it."""

from collections.abc import Collection

from warehouse.event import Read
from warehouse.folder import Folder
from warehouse.journal import Journal


def in_partitions(folder: Folder, districts: Collection[str], periods: Collection[str]) -> list[str]:
    """The submissions whose newest reading has a table of one of the units and one of the periods; an empty collection means all of its kind."""
    newest = {event.submission_id: event for event in Journal(folder).events() if isinstance(event, Read)}
    return [
        submission_id
        for submission_id, read in newest.items()
        if any((not districts or table.unit_code in districts) and (not periods or table.period in periods) for table in read.tables)
    ]
