"""What we speak of: ledgers, units, code lists, duties, indicators, the words of problems, and what is rendered from them.

Here belong the declarations (YAML), the models that check them, and text made from text.
Here do not belong: reading offices' files (`ingest`), keeping data (`warehouse`), the clock, the environment.
"""
