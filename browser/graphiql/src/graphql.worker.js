import { parse, visit } from "graphql";
import { initialize } from "monaco-editor/esm/vs/editor/editor.worker.js";
import { GraphQLWorker } from "monaco-graphql/esm/GraphQLWorker.js";

const defaulted = (query) => {
	const names = new Set();
	visit(parse(query), {
		VariableDefinition({ variable, defaultValue }) {
			if (defaultValue) {
				names.add(variable.name.value);
			}
		},
	});
	return names;
};

/** Monaco's own, but for variables with a default: `$first: Int! = 20` may be left out, and the original marks that as an error. */
class Worker extends GraphQLWorker {
	async doGetVariablesJSONSchema(uri) {
		const schema = await super.doGetVariablesJSONSchema(uri);
		if (!schema) {
			return schema;
		}
		const names = defaulted(this._getTextModel(uri).getValue());
		return { ...schema, required: schema.required.filter((name) => !names.has(name)) };
	}
}

globalThis.onmessage = () => initialize((context, data) => new Worker(context, data));
