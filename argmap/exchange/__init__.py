"""Arguments, verdicts and comparisons as plain data for other programs."""
