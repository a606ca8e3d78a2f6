"""Positions: the jobs an organisation has opened, which lots and interviews are for."""
