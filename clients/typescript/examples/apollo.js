import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { createClient } from "graphql-ws";
import { possibleTypes, typePolicies } from "imprimatur-client/apollo";

const TODAY = gql`query Today($model: ID!) {
  conditionSet(model: $model) { id summary model { id name } receipt { asOf revision } }
}`;
const CHANGES = gql`subscription Changes($model: ID!, $since: Int, $sinceDay: Date) {
  conditionSetChanged(models: [$model], since: $since, sinceDay: $sinceDay) { digest model { id name } }
}`;

export const connect = (origin) => new ApolloClient({
  cache: new InMemoryCache({ possibleTypes, typePolicies }),
  link: ApolloLink.split(
    ({ operationType }) => operationType === "subscription",
    new GraphQLWsLink(createClient({ url: `${origin.replace("http", "ws")}/graphql` })),
    new HttpLink({ uri: `${origin}/graphql` }),
  ),
});

export async function showToday(client, model, show) {
  const { data } = await client.query({ query: TODAY, variables: { model }, fetchPolicy: "network-only" });
  show(data.conditionSet.summary);
  return data.conditionSet.receipt;
}

export const follow = (client, model, { revision, asOf }, show) =>
  client.subscribe({ query: CHANGES, variables: { model, since: revision, sinceDay: asOf } })
    .subscribe(() => showToday(client, model, show));
