"""Files that tests make by code, in formats that no library at hand writes."""
