"""Notifications: what people are told by e-mail and text message, tried three times and kept to be seen.

Owns the tables messages, message_attempts, message_templates and quiet_channels.
"""
