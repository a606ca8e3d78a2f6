"""What runs in the confined process that reads a resume's hostile bytes."""
