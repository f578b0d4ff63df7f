"""Running the rules, and what is done with what they find."""
