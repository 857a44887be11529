"""The truth: who and what there is in the made-up city, and what happens there day by day.

Here belong units, persons, disputes and money as they are.
Here does not belong how an office writes them down.
"""
