"""A question in somebody's own words, understood as one of the catalogue's, and shown how."""
