import { Client, fetchExchange, gql, subscriptionExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { createClient } from "graphql-sse";
import { keys, resolvers, schema } from "imprimatur-client/urql";

const TODAY = gql`query Today($model: ID!) {
  conditionSet(model: $model) { id summary model { id name } receipt { asOf revision } }
}`;
const CHANGES = gql`subscription Changes($model: ID!, $since: Int, $sinceDay: Date) {
  conditionSetChanged(models: [$model], since: $since, sinceDay: $sinceDay) { digest model { id name } }
}`;

export function connect(origin) {
  const url = `${origin}/graphql`;
  const events = createClient({ url });
  const forwardSubscription = (request) => ({
    subscribe: (sink) => ({ unsubscribe: events.subscribe(request, sink) }),
  });
  const exchanges = [cacheExchange({ schema, keys, resolvers }), fetchExchange, subscriptionExchange({ forwardSubscription })];
  return new Client({ url, exchanges });
}

export async function showToday(client, model, show) {
  const { data } = await client.query(TODAY, { model }, { requestPolicy: "network-only" });
  show(data.conditionSet.summary);
  return data.conditionSet.receipt;
}

export const follow = (client, model, { revision, asOf }, show) =>
  client.subscription(CHANGES, { model, since: revision, sinceDay: asOf })
    .subscribe(() => showToday(client, model, show));
