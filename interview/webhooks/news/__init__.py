"""Which events there are, and what each tells of the rows it is about."""
