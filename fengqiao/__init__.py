"""The door: the command line, one file per group of commands, and the words it speaks.

Here belong arguments, exit codes, tables on a terminal, JSON on standard output, the clock.
Here does not belong work: each command calls one function of a package.
"""
