"""Finding candidates: the words and labels they are found by, filters over 200,000 of them, the board."""
