import { useState } from "react";
import { UnStyledButton, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { found } from "./examples.js";
import { roomy } from "./roomy.js";

function Examples() {
	const { addTab, setVisiblePlugin } = useGraphiQLActions();
	const queryEditor = useGraphiQL((state) => state.queryEditor);
	const variableEditor = useGraphiQL((state) => state.variableEditor);
	const [sought, setSought] = useState("");
	const groups = found(sought);

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
			<input
				type="search"
				aria-label="Search the examples"
				placeholder="Search: deadline, court …"
				value={sought}
				onChange={(event) => setSought(event.target.value)}
			/>
			{groups.length === 0 && <p role="status">No example has these words.</p>}
			{groups.map(({ title, examples }, index) => (
				<details key={title + (sought && " found")} open={sought !== "" || index === 0}>
					<summary>{title}</summary>
					<ul>
						{examples.map((example) => (
							<li key={example.name}>
								<UnStyledButton type="button" onClick={() => open(example)}>
									<strong>{example.title}</strong>
									<span>{example.asks}</span>
								</UnStyledButton>
							</li>
						))}
					</ul>
				</details>
			))}
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
