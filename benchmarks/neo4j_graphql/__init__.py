"""The same question by @neo4j/graphql, in a Node server of its own, on the same Neo4j."""
