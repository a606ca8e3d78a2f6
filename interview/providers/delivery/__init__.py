"""What every way of delivering a message shares: how it can fail, and one bounded HTTP request."""
