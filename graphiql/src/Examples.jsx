import { UnStyledButton, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { examples } from "./examples.js";
import { roomy } from "./roomy.js";

function Examples() {
	const { addTab, setVisiblePlugin } = useGraphiQLActions();
	const queryEditor = useGraphiQL((state) => state.queryEditor);
	const variableEditor = useGraphiQL((state) => state.variableEditor);

	const open = ({ query, variables }) => {
		addTab();
		variableEditor.setValue(variables);
		queryEditor.setValue(query);
		if (!roomy.matches) {
			setVisiblePlugin(null);
		}
	};

	return (
		<section aria-label="Examples" className="examples">
			<h2>Examples</h2>
			<p>What people ask. Each opens in a tab of its own, ready to run.</p>
			<ul>
				{examples.map((example) => (
					<li key={example.name}>
						<UnStyledButton type="button" onClick={() => open(example)}>
							<strong>{example.name.replaceAll("-", " ")}</strong>
							<span>{example.asks}</span>
						</UnStyledButton>
					</li>
				))}
			</ul>
		</section>
	);
}

const Icon = () => (
	<svg viewBox="0 0 24 24" width="1em" height="1em" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round">
		<path d="M9 6h12M9 12h12M9 18h12M4 6h.01M4 12h.01M4 18h.01" />
	</svg>
);

/** A panel with the query library. */
export const EXAMPLES_PLUGIN = { title: "Examples", icon: Icon, content: Examples };
