"""Sample places."""
