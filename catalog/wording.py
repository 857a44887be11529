"""The words by which the furniture of an office's sheet is known: totals, notes, nil statements, corrections. Not of one ledger, of all."""

from pydantic import Field

from catalog.declared import Model


class Wording(Model):
    """Words and openings of cells that are not records."""

    totals: tuple[str, ...] = Field(description="First words of rows that add up others: 合计, 总计, 小计.")
    info_keys: dict[str, tuple[str, ...]] = Field(description="unit, period, person, date, phone: the words before the colon in an info row.")
    notes: tuple[str, ...] = Field(description="Openings of notes below a table: 备注：, 填报人：.")
    hints: tuple[str, ...] = Field(description="Openings of rows that tell the clerk how to fill in.")
    samples: tuple[str, ...] = Field(description="Openings of example rows: 例, 示例, 样例.")
    strokes: tuple[str, ...] = Field(description="Cells that say nothing was filed: /, —, 无.")
    nil: tuple[str, ...] = Field(description="Sentences of a nil return.")
    corrections: tuple[str, ...] = Field(description="A file that calls itself a correction.")
    final_only: tuple[str, ...] = Field((), description="Words that make a file a correction only when a return of the same unit, ledger and period is live.")
    cumulative: tuple[str, ...] = Field(description="A sheet whose figures run since the beginning.")
    units_of_measure: dict[str, str] = Field(description="Unit in a header's brackets, with the unit it means.")
    instruction_sheets: tuple[str, ...]
    code_list_sheets: tuple[str, ...]
    row_numbers: tuple[str, ...] = Field(description="Headers of the column that only counts the rows: 序号, No.")
    header_words: tuple[str, ...] = Field(description="Endings by which a cell is known as a header, whatever the ledger: 时间, 情况, 金额.")
    measures: tuple[str, ...] = Field(description="Endings of what a form counts row by row: 排查数, 调处率. Forms whose rows are measures are crosstabs.")
