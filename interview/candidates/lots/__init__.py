"""Lots: candidates grouped for a position by hand, by criteria, or by a draw that anybody can recompute."""
