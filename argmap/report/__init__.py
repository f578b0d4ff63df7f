"""Findings as text and data, one module a format."""
