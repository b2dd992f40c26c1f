"""Questions: each one Cypher text, one typed question with its answer, and one test."""
