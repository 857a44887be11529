"""Texts that a spreadsheet may take for a formula when a cell is edited or saved as csv: whoever writes a cell marks them as texts."""

SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")  # what such a text begins with
