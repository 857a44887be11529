"""Marking: an office's own workbook with its wrong cells filled and noted, and a first sheet that says what to put right; what is not touched keeps its bytes.

Here belong the parts of a package and how they are edited, our first sheet, its reading when it comes back. Here do not belong: what is wrong and in which
words it is said (`ingest.judging`, the catalog), where an answer is put (`ingest.answering`).
"""
