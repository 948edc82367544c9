import type * as answers from "./answers";
import { base } from "./base";

type Library = {
	path: [answers.PathQueryVariables, answers.PathQuery];
	search: [answers.SearchQueryVariables, answers.SearchQuery];
	surroundings: [answers.SurroundingsQueryVariables, answers.SurroundingsQuery];
};

/** The answer to a document of the library; what is refused is thrown, in the API's words. */
export const ask = async <D extends keyof Library>(document: D, variables: Library[D][0]): Promise<Library[D][1]> => {
	const address = new URL(`graphql/documents/${document}`, base);
	for (const [name, value] of Object.entries(variables)) {
		address.searchParams.set(name, String(value));
	}
	const response = await fetch(address);
	const { data, errors } = await response.json();
	if (errors) {
		throw new Error(errors[0].message);
	}
	return data;
};
