"""``argmap corpus``: many maps at once."""
