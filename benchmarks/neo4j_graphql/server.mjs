// GraphQL by @neo4j/graphql over the Neo4j that the environment names: one question by its Cypher, and as nodes and edges.
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { readFileSync } from "node:fs";
import neo4j from "neo4j-driver";

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, TYPES } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
const schema = await new Neo4jGraphQL({ typeDefs: readFileSync(TYPES, "utf-8"), driver }).getSchema();
const server = new ApolloServer({ schema });
const context = async () => ({ sessionConfig: { database: "neo4j" } });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: "127.0.0.1" }, context });
console.log(url);
