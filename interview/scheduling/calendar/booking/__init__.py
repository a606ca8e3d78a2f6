"""Links by which a candidate picks a time."""
