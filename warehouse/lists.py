"""The lists of a run: what was delivered, what is owed, which files count, what was decided; computed from the journal before each build."""

from pathlib import Path

from warehouse import check_results, list_schema


def write_empty(lists: Path) -> None:
    """Lists without rows, for a dbt build before any run; lists that stand are left."""
    for name in list_schema.SCHEMAS:
        if not (lists / f"{name}.parquet").exists():
            list_schema.put(lists, name, [])
    if not (lists / check_results.NAME).exists():
        check_results.write(lists, [])
