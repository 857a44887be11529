"""How it gets here: from a bare machine to working environments, with a shell and the standard library only.

Here belong finding a Python, making the environments from the lock files, and saying in plain words what is missing.
Here does not belong anything that needs an installed package, nor anything a user does after the set-up (`fengqiao`).
"""
