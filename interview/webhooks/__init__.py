"""Webhooks: what programs are told of events, signed, tried again and replayable.

Owns the tables webhook_subscriptions and webhook_deliveries. `news/` says which events there are and what each tells,
`delivering/` sends them. Hears the signals of candidates, scheduling, recording and analysis inside their transaction,
so that what happened and what is to be told of it are stored together. Serves /api/webhooks.
"""
