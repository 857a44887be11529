"""What we keep: settings, the data folder, archive, journal, readings, the register of duties, builds and publishes.

Here belong files that are only ever added to, and the databases derived from them.
Here do not belong: reading of offices' workbooks (`ingest`), SQL of the business (`dbt_project`), the clock.
"""
