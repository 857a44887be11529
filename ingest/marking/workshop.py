"""A workbook on the bench: its parts, its styles and its sheets, the words it is marked with, and the ids that are still free."""

from dataclasses import dataclass, field

from catalog.marking import MarkingWords
from ingest.marking import note_boxes
from ingest.marking.notes_part import NotesPart
from ingest.marking.package_parts import PackageParts
from ingest.marking.relations import Relation, relations
from ingest.marking.styles_part import StylesPart
from ingest.marking.unmarkable import UnmarkableError
from ingest.marking.workbook_part import SheetEntry, WorkbookPart

SIGNED, SHARED = "_xmlsignatures/", "xl/revisions/"  # folders of what a change would break, and of a workbook that keeps ids of its own
VML = ".vml"


@dataclass
class Workshop:
    """What every step of marking works on. `before` is our first sheet of an earlier time, where the workbook came back with it."""

    parts: PackageParts
    words: MarkingWords
    workbook: WorkbookPart
    styles: StylesPart
    before: SheetEntry | None
    next_block: int  # of ids for the boxes of notes
    fills: dict[tuple[str, str], str] = field(default_factory=dict)  # what marked cells were filled with before, by sheet and address

    @classmethod
    def of(cls, content: bytes, words: MarkingWords) -> "Workshop":
        """A workbook laid open. UnmarkableError where it must be left alone."""
        parts = PackageParts(content)
        names = [name.lower() for name in parts]
        if any(name.startswith(SIGNED) for name in names):
            raise UnmarkableError("signed")
        if any(name.startswith(SHARED) for name in names):
            raise UnmarkableError("shared")
        workbook = WorkbookPart(parts)
        ours = [number for number, sheet in enumerate(workbook.sheets) if sheet.name == words.sheet]
        if ours not in ([], [0]):
            raise UnmarkableError("name_taken")
        used = (block for name in parts if name.lower().endswith(VML) for block in note_boxes.blocks_of(parts.raw(name)))
        return cls(
            parts=parts,
            words=words,
            workbook=workbook,
            styles=StylesPart(parts.read(workbook.styles)),
            before=workbook.sheets[0] if ours else None,
            next_block=max(used, default=0) + 1,
        )

    @property
    def sheets(self) -> tuple[SheetEntry, ...]:
        """The office's own sheets."""
        return self.workbook.sheets[1:] if self.before else self.workbook.sheets

    def related(self, sheet: SheetEntry) -> dict[str, list[Relation]]:
        """What a sheet points to, by kind."""
        found: dict[str, list[Relation]] = {}
        for relation in relations(self.parts, sheet.part):
            found.setdefault(relation.kind, []).append(relation)
        return found

    def notes(self, xml: bytes) -> NotesPart:
        """A part of notes, with what tells ours from others."""
        return NotesPart(xml, self.words.opening, self.words.rule, self.words.font)
