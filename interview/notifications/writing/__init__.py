"""What messages say: the kinds, their built-in texts, an organisation's own ones, and the sandbox they run in."""
