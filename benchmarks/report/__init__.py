"""Writes what was measured as a page with tables and a plot."""
