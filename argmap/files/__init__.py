"""From files to records: YAML, bibliographies and settings, each fault with its place."""
