"""What an office that makes no mistake would enter in each ledger, from the truth: one module per ledger, values as the catalog types them.

Here belongs which facts stand in which return.
Here does not belong how they are worded, laid out or spoilt.
"""
