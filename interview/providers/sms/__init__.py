"""Text messages: a port and its supplier, Twilio."""
