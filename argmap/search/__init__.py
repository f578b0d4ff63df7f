"""Full-text search: one way of cutting and ranking words for the site, the terminal and the server."""
