"""Which claims stand before an audience, how well, and why."""
