"""Which records are one person, one organisation, one service: scored, explained and clustered."""
