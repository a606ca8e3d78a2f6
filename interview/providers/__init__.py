"""Providers: the outside world, one port per capability, its suppliers and a fake beside it.

Owns no table and no door; nothing below knows an interview, nothing above knows a supplier.
"""
