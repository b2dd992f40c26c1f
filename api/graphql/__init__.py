"""GraphQL over the catalogue: every question a field of Query, every answer a Relay connection."""
