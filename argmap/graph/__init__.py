"""Arguments as a graph of integers: premises, undercutters, circles, documents."""
