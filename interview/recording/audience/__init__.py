"""Who hears of a session while it happens: rooms for both sides, and the sockets of this process."""
