"""Where portions are audited: each engine runs the same work and gives back what is done, in any order."""
