"""A city to try: made-up workbooks of offices; nobody in them exists.

Here belong samples and, later, the generator with its labelled defects.
Here does not belong anything that real data passes through.
"""
