"""Appointments as RFC 5545 and RFC 5546 write them."""
