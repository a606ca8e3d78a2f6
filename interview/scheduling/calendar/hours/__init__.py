"""When people are free: weekly rules, days off, and the arithmetic of spans."""
