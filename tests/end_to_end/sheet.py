"""What stands in the summary that goes out, read from the opened workbook."""

from pathlib import Path

from openpyxl import load_workbook

from catalog.catalog import load

CATALOG = load()
SUMMARY = CATALOG.reports["summary"]
FIRST_ROW = 6
UNITS = {CATALOG.extract.table.whole: "150200"} | {unit.folder_name: unit.code for unit in CATALOG.units.reporting}
DASHES = {CATALOG.extract.absent.format(reason=reason) for reason in CATALOG.extract.absences.values()}

Sheet = dict[tuple[str, str], float | None]


def figures(workbook: Path) -> Sheet:
    """Each figure by indicator and unit; None where a dash with its reason stands."""
    rows = load_workbook(workbook).worksheets[0].iter_rows(min_row=FIRST_ROW, max_row=FIRST_ROW - 1 + len(UNITS), values_only=True)
    return {
        (figure.indicator, UNITS[str(label)]): None if value in DASHES else value
        for label, *cells in rows
        for value, figure in zip(cells, SUMMARY.figures, strict=True)
    }
