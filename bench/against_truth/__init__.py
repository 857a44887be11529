"""What was published of a made-up city, held against its truth: record by record, each difference with what explains it.

Here belong the truth as it would be published, the reasons for differences, and the comparison of each table.
How long it takes does not belong here.
"""
