"""What Kith shows: GraphQL, pages, and the command line."""
