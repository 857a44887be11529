"""The commands, one file per group: arguments in, one call of a package, an answer out."""
