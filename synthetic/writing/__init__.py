"""Workbooks onto the disk: the same cells give the same bytes.

Here belong file formats.
Here does not belong what stands in a cell.
"""
