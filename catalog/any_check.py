"""Every check that a ledger may declare, told apart by its `check`."""

from typing import Annotated

from pydantic import Field

from catalog.balance_check import AddsUp, FiguresAddUp, FiguresNotAbove, NotAbove
from catalog.row_check import Burst, Contradiction, Copied, Dragged, Excluded, Namesake, Order, Owner, Ranked, Repeated, Required

WithinRow = Order | Contradiction | Excluded | Ranked | Required | Owner
BetweenRows = Repeated | Copied | Dragged | Namesake | Burst
Balance = AddsUp | NotAbove | FiguresAddUp | FiguresNotAbove
Check = Annotated[WithinRow | BetweenRows | Balance, Field(discriminator="check")]
