"""Answering: what goes back to the offices after a publish: their marked workbooks, and the list of what each still owes.

Here belong which delivery is answered, what the build found beside what reading found, what an office explained. Here do not belong: how a workbook is
marked (`ingest.marking`), the receipt of a delivery (`ingest.receipt`), where the outbox is (`warehouse.outbox`).
"""
