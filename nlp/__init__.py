"""Notes in plain words to people, kin, roles, bodies, needs and the ties among them; text in, spans out."""
