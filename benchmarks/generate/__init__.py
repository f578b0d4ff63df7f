"""Arguments, texts and frameworks made up by number: the same seed gives the same bytes everywhere."""
