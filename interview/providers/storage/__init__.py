"""Storage: where media bytes lie, named by keys that the server makes.

`port` says what a store does; `local` keeps files in a folder and is the embedded default; `suppliers` picks one.
"""
