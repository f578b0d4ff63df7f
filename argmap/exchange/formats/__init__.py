"""Formats of other tools, one module a format: each registers its importer, its exporter, or both."""
