"""What the leadership sees: Superset's settings, look and words, its objects as files, and who sees what.

Here belong settings, theme, words, brand, datasets, charts and dashboards in the ecosystem's own export layout, roles and rules, and the script that brings
them into Superset. It runs in an environment of its own (`requirements.lock`), as a process of its own, and the product never imports it. Figures
do not belong here: whatever is computed is a column of a published table, and Superset only shows it.
"""
