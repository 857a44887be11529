"""Files in: an office's bytes become accepted rows, problems with their addresses, and a receipt.

Here belong opening, finding tables, naming columns, reading values, judging cells, protecting persons, landing.
Here do not belong: rules of the field between ledgers (dbt), where data is kept (`warehouse`), the clock.
"""
