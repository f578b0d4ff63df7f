"""From a manuscript to records: notes, citations, quotations, and what the map does not cover."""
