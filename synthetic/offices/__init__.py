"""How offices write: each with its own layouts, headers, words and dates, which change in the course of the year.

Here belongs the way from an entry to cells with addresses.
Here does not belong what is true, and no file is written here.
"""
