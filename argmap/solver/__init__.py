"""Abstract argumentation frameworks: which sets of arguments can stand together, and how strong each is."""
