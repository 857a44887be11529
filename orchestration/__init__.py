"""When: the one asset graph, its sensor, its schedules. Dagster and nothing else.

Here belong assets of a few lines that call one function of a package.
Here does not belong work: whatever can be tested without Dagster lives in the package it is about.
"""
