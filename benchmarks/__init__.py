"""Measures argmap beside its peers and beside its own floors; see README.md."""
