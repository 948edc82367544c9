import { useState } from "react";
import { ToolbarButton, tryParseJSONC, UnStyledButton, useEditorState, useGraphiQL } from "@graphiql/react";
import { ask } from "./api.js";
import { linkTo } from "./link.js";

const useQuestion = () => {
	const queryEditor = useGraphiQL((state) => state.queryEditor);
	const variableEditor = useGraphiQL((state) => state.variableEditor);
	return () => [queryEditor.getValue(), variableEditor.getValue()];
};

/** Copies a link that opens this question, and leaves it in the address too, where there is no clipboard. */
export function CopyLink() {
	const question = useQuestion();
	const [copied, setCopied] = useState(false);

	const copy = async () => {
		const link = linkTo(...question());
		history.replaceState(null, "", link);
		await navigator.clipboard?.writeText(link);
		setCopied(true);
		setTimeout(() => setCopied(false), 3_000);
	};

	return (
		<ToolbarButton label={copied ? "Copied: the link is in the address, too" : "Copy a link to this question"} onClick={copy}>
			<svg className="graphiql-toolbar-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" aria-hidden="true">
				{copied ? (
					<path d="M5 13l5 5 9-12" />
				) : (
					<path d="M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1" />
				)}
			</svg>
		</ToolbarButton>
	);
}

const parsed = (text) => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

const hasList = (value) =>
	value !== null &&
	typeof value === "object" &&
	(Array.isArray(value) ? value.some((element) => typeof element === "object") : Object.values(value).some(hasList));

const save = (blob, name) => {
	const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
	link.click();
	URL.revokeObjectURL(link.href);
};

/** Saves the answer as a table, if it has a list. */
function SaveTable() {
	const question = useQuestion();
	const [answer] = useEditorState("response");
	const name = useGraphiQL((state) => state.operationName) ?? "answer";
	const [refused, setRefused] = useState("");

	const saveTable = async () => {
		const [query, variables] = question();
		const response = await ask(query, tryParseJSONC(variables), "text/csv");
		if (response.headers.get("Content-Type").startsWith("text/csv")) {
			setRefused("");
			// Excel takes a table for UTF-8 only where it begins with this mark.
			save(new Blob(["\uFEFF", await response.blob()]), `${name}.csv`);
		} else {
			setRefused((await response.json()).errors[0].message);
		}
	};

	return (
		hasList(parsed(answer)?.data) && (
			<>
				<UnStyledButton type="button" onClick={saveTable}>
					Save as CSV
				</UnStyledButton>
				{refused && <span role="status">{refused}</span>}
			</>
		)
	);
}

/** What stands below an answer. */
export const BelowAnswer = () => (
	<nav className="below-answer" aria-label="About">
		<SaveTable />
		<a href="docs/README.html">Documentation</a>
		<a href="../reference/">Schema</a>
		<a href="../export">Downloads</a>
		<a href="https://creativecommons.org/licenses/by/4.0/">Data: CC BY 4.0</a>
		<a href="docs/LICENSE.txt">Software: Apache 2.0</a>
	</nav>
);
