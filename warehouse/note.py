"""The note beside a return: what a later file did to what was live, with the counts; one short text, the same in lists, tables and JSON."""

from warehouse.live import Standing


def note(standing: Standing) -> str | None:
    """`replaced, 33 of 33 kept (5 changed), 1 new`; None for a file that met nothing live."""
    meeting = standing.meeting
    if standing.state == "withheld":
        return "withheld, a reading of it is damaged"
    if meeting is None:
        return {"waits": "waits, its records cannot be told from the live ones", "added": "added"}.get(standing.state)
    changed = f" ({meeting.changed} changed)" if meeting.changed else ""
    if standing.replaces or standing.state == "waits":
        lost = f", {meeting.lost} lost" if meeting.lost else ""
        return f"{'replaced' if standing.replaces else 'waits'}, {meeting.kept} of {meeting.live} kept{changed}, {meeting.new} new{lost}"
    return f"added, {meeting.kept} of {meeting.kept + meeting.new} there already{changed}, {meeting.new} new"
