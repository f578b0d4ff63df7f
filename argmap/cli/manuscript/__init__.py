"""``argmap manuscript``: from a text under audit to records of its map."""
