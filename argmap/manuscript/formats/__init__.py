"""Readers of manuscripts, one module a format."""
