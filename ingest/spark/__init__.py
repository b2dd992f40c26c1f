"""Taking a place in on Spark: reading, mapping, notes and writing spread over many processes."""
