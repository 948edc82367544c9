import { graphql } from "relay-runtime";

export const TODAY = graphql`
	query documentsTodayQuery($model: ID!, $first: Int!, $after: String) {
		models(first: $first, after: $after) @connection(key: "documents_models") {
			edges { node { id name } }
		}
		model(id: $model) { id name developer { id name } }
		conditionSet(model: $model) {
			id
			summary
			model { id name }
			standing { level }
			conditions(state: IN_FORCE) { state condition { id title } }
			receipt { asOf revision digest }
		}
	}
`;

export const AT_REVISION = graphql`
	query documentsAtRevisionQuery($model: ID!, $revision: Int!) {
		at(revision: $revision) {
			model(id: $model) { id name developer { id name } }
			conditionSet(model: $model) {
				id
				model { id name }
				conditions(state: IN_FORCE) { state condition { id title } }
			}
		}
	}
`;

export const LONG_AGO = graphql`
	query documentsLongAgoQuery($model: ID!, $first: Int!) {
		at(recordedBy: "2020-01-01T00:00:00Z") {
			models(first: $first) { totalCount edges { node { id name } } pageInfo { endCursor hasNextPage } }
			model(id: $model) { id name }
		}
	}
`;

export const CHANGES = graphql`
	subscription documentsChangesSubscription($model: ID!, $since: Int, $sinceDay: Date) {
		conditionSetChanged(models: [$model], since: $since, sinceDay: $sinceDay) {
			modelId
			previousRevision
			revision
			model { id name }
			receipt { asOf revision }
		}
	}
`;
