"""How fast are we, measured side by side? Each module times one thing of ours against a well-known way of doing the same, on the same files, in turn.

Here belong timings and the files they need. Tests do not belong here: a ratio judges a machine's day as well as our code.
"""
