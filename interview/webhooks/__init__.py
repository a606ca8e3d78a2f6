"""Webhooks: what programs are told of events, signed, tried again and replayable.

Owns the tables webhook_subscriptions and webhook_deliveries.
"""
