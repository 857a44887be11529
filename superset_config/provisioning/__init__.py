"""How files become objects of Superset's own database, each time with the same end."""
