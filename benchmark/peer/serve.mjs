// @neo4j/graphql on Apollo Server over a plain graph of the same facts: what one would take instead.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';

const typeDefs = `#graphql
	type Company @node {
		id: ID!
		name: String!
		models: [Model!]! @relationship(type: "DEVELOPED_BY", direction: IN)
	}
	type Model @node {
		id: ID!
		name: String!
		developer: [Company!]! @relationship(type: "DEVELOPED_BY", direction: OUT)
		namedIn: [Condition!]! @relationship(type: "COVERS_MODEL", direction: IN)
	}
	type Condition @node {
		id: ID!
		title: String!
		text: String!
		modality: String!
		imposedBy: [Letter!]! @relationship(type: "IMPOSES", direction: IN)
		evidence: [Evidence!]! @relationship(type: "HAS_EVIDENCE", direction: OUT)
	}
	type Evidence @node { paraphrase: String! source: [Source!]! @relationship(type: "CITES", direction: OUT) }
	type Letter @node {
		id: ID!
		title: String!
		issued: String!
		issuedBy: [Agency!]! @relationship(type: "ISSUED_BY", direction: OUT)
	}
	type Agency @node { id: ID! name: String! }
	type Source @node { id: ID! title: String! address: String! }
`;
const driver = neo4j.driver(process.env.BOLT, undefined, { telemetryDisabled: true });
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const { url } = await startStandaloneServer(new ApolloServer({ schema, introspection: false }), {
	listen: { port: Number(process.env.PORT), host: '127.0.0.1' },
	context: async () => ({ sessionConfig: { database: 'neo4j' } }),
});
console.log('ready at', url);
