"""Files out: the published figures of a month as the workbook that an office signs and sends on, with a manifest of what it was made from.

Here belong extracts and forms: which declared figures stand where, how a sheet looks in print, what the manifest says.
Here do not belong: figures (columns of published tables, in dbt), words and names (`catalog`), what goes back to offices (`ingest.answering`), the clock.
"""
