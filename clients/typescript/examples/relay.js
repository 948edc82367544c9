import { createClient } from "graphql-sse";
import {
  Environment, fetchQuery, graphql, Network, Observable, RecordSource, requestSubscription, Store,
} from "relay-runtime";

const TODAY = graphql`query relayTodayQuery($model: ID!) {
  conditionSet(model: $model) { id summary model { id name } receipt { asOf revision } }
}`;
const CHANGES = graphql`subscription relayChangesSubscription($model: ID!, $since: Int, $sinceDay: Date) {
  conditionSetChanged(models: [$model], since: $since, sinceDay: $sinceDay) { digest model { id name } }
}`;

export function connect(origin) {
  const events = createClient({ url: `${origin}/graphql` });
  const ask = ({ text: query }, variables) => fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query, variables }),
  }).then((response) => response.json());
  const listen = ({ text: query }, variables) => Observable.create((sink) => events.subscribe({ query, variables }, sink));
  return new Environment({ network: Network.create(ask, listen), store: new Store(new RecordSource()) });
}

export async function showToday(environment, model, show) {
  const { conditionSet } = await fetchQuery(environment, TODAY, { model }).toPromise();
  show(conditionSet.summary);
  return conditionSet.receipt;
}

export const follow = (environment, model, { revision, asOf }, show) =>
  requestSubscription(environment, {
    subscription: CHANGES,
    variables: { model, since: revision, sinceDay: asOf },
    onNext: () => showToday(environment, model, show),
  });
