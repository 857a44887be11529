"""A city to try: a made-up Baotou, known to the last cell, with labelled mistakes; nobody in it exists.

Here belong its truth, what each office files of it, how it writes, and what it gets wrong.
Here does not belong anything that real data passes through.
"""
