"""What offices get wrong, on purpose and labelled: kinds and rates in `defects.yml`, one mechanism per way of going wrong.

Here belongs how an entry is spoilt.
Here does not belong where its cell will stand: the label finds that out when the sheet is laid out.
"""
