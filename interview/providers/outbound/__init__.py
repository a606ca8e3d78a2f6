"""Outbound: requests to addresses that people gave us, such as webhooks and calendars.

`client.fetch` makes one, `port` says what comes back and what can fail. `targets` reads the address and `addresses`
decides which machines may be reached at all, so that nobody makes this server ask its own network for something.
`line` bounds an exchange in time and bytes.
"""
