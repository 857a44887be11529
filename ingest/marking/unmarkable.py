"""Why a workbook is not marked: its reason becomes a sentence of the receipt, and the problems go into a workbook of their own."""

from typing import get_args

from catalog.marking import Reason

REASONS: tuple[Reason, ...] = get_args(Reason)


class UnmarkableError(Exception):
    """A workbook that must be left alone; carries a reason of `catalog/marking.yml`."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason)
