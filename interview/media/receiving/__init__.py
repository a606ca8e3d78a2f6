"""Taking bodies in: from the connection to chunk files, from chunk files to committed offsets."""
