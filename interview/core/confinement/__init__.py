"""Processes that read hostile bytes: how much they may use, and what they give up before the first byte."""
