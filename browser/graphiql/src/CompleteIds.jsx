import { useEffect } from "react";
import { useGraphiQL, useMonaco } from "@graphiql/react";
import { getNamedType } from "graphql";
import { ask } from "./api.js";

/** What is called so comes first, then what else has the words. */
const CALLED = `query Called($words: String!) {
  resolveAll(identifier: $words) { id name }
  search(query: $words, first: 10) { nodes { node { id name } } }
}`;

const called = async (words) => {
	const { data } = await (await ask(CALLED, { words }, "application/json")).json();
	const nodes = [...(data?.resolveAll ?? []), ...(data?.search.nodes.map(({ node }) => node) ?? [])];
	return [...new Map(nodes.map((node) => [node.id, node])).values()];
};

/** A text that is being written behind the name of an argument or a variable, itself or in a list. */
const WRITTEN = /(\w+)"?\s*:\s*(?:\[[^\]]*)?"([^"\n]*)$/;

/** Whoever is asked for models looks for models first. */
const isOfKind = (id, argument) => id.startsWith(`${argument.replace(/s$/, "")}/`);

const BEGUN = 3;
const PAUSE_MS = 150;

/** The names of the arguments and the fields of inputs that take ids. */
const idArguments = (schema) =>
	new Set(
		Object.values(schema?.getTypeMap() ?? {})
			.flatMap((type) => Object.values(type.getFields?.() ?? {}))
			.flatMap((field) => field.args ?? [field])
			.filter(({ type }) => getNamedType(type).name === "ID")
			.map(({ name }) => name),
	);

/** Completes ids by what things are called: who types Mythos is offered model/mythos-5. */
export function CompleteIds() {
	const monaco = useMonaco((state) => state.monaco);
	const schema = useGraphiQL((state) => state.schema);
	const queryEditor = useGraphiQL((state) => state.queryEditor);
	const variableEditor = useGraphiQL((state) => state.variableEditor);

	useEffect(() => {
		if (!monaco || !queryEditor || !variableEditor) {
			return undefined;
		}
		const ofArguments = idArguments(schema);
		const takesIds = (model, name) =>
			model === variableEditor.getModel()
				? new RegExp(`\\$${name}\\s*:\\s*\\[?ID\\b`).test(queryEditor.getValue())
				: ofArguments.has(name);

		const editors = [queryEditor, variableEditor];
		const written = (model, { lineNumber, column }) =>
			model.getValueInRange(new monaco.Range(1, 1, lineNumber, column)).match(WRITTEN) ?? [];

		const provideCompletionItems = async (model, position) => {
			const [, name, begun] = written(model, position);
			if (!name || begun.trim().length < BEGUN || !takesIds(model, name)) {
				return undefined;
			}
			const { lineNumber, column } = position;
			const rest = model.getLineContent(lineNumber).slice(column - 1).match(/^[^"]*/)[0].length;
			const editor = editors.find((it) => it.getModel() === model);
			// Who types fast has gone on meanwhile, and Monaco asks again only once it has been answered.
			const words = () => written(model, editor.getPosition())[2] ?? begun;
			await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
			const nodes = await called(words());
			return {
				incomplete: true,
				suggestions: nodes.map(({ id, name: title }, place) => ({
					label: { label: title, description: id },
					kind: monaco.languages.CompletionItemKind.Reference,
					insertText: id,
					// All of them fit, in this order; Monaco would sort out those that are called otherwise.
					filterText: words(),
					sortText: (isOfKind(id, name) ? "0" : "1") + String(place).padStart(2, "0"),
					range: new monaco.Range(lineNumber, column - begun.length, lineNumber, column + rest),
				})),
			};
		};

		for (const editor of editors) {
			editor.updateOptions({ quickSuggestions: { other: true, strings: true } });
		}
		const registered = ["graphql", "json"].map((language) =>
			monaco.languages.registerCompletionItemProvider(language, { provideCompletionItems }),
		);
		return () => registered.forEach((provider) => provider.dispose());
	}, [monaco, schema, queryEditor, variableEditor]);

	return null;
}
