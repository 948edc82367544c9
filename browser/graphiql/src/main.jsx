import { createRoot } from "react-dom/client";
import { StorageAPI } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import "./workers.js";
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import { explorerPlugin } from "@graphiql/plugin-explorer";
import "@graphiql/plugin-explorer/style.css";
import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import "@graphiql/plugin-history/style.css";
import "graphiql/graphiql.css";
import "./page.css";
import { BelowAnswer, CopyLink } from "./Answer.jsx";
import { fetcher } from "./api.js";
import { CompleteIds } from "./CompleteIds.jsx";
import { EXAMPLES_PLUGIN } from "./Examples.jsx";
import { opened } from "./examples.js";
import { linked } from "./link.js";
import { roomy } from "./roomy.js";

/** A panel in which a question is built by clicking. */
const EXPLORER_PLUGIN = { ...explorerPlugin({ showAttribution: false }), title: "Explorer" };

const tabs = linked ? [linked, ...opened] : opened;

// GraphiQL never reads the first default tab's variables; it takes them from what the visitor left, so a first visit leaves them.
const storage = new StorageAPI();
if (!storage.get("tabState")) {
	storage.set("query", tabs[0].query);
	storage.set("variables", tabs[0].variables);
}

createRoot(document.getElementById("graphiql")).render(
	<GraphiQL
		fetcher={fetcher}
		defaultTabs={tabs}
		initialQuery={linked?.query}
		initialVariables={linked?.variables}
		isHeadersEditorEnabled={false}
		showPersistHeadersSettings={false}
		plugins={[EXAMPLES_PLUGIN, EXPLORER_PLUGIN, HISTORY_PLUGIN]}
		visiblePlugin={roomy.matches ? EXAMPLES_PLUGIN : null}
	>
		<GraphiQL.Logo>
			<h1>Imprimatur</h1>
		</GraphiQL.Logo>
		<GraphiQL.Toolbar>
			{({ prettify, copy, merge }) => (
				<>
					<CopyLink />
					{prettify}
					{merge}
					{copy}
				</>
			)}
		</GraphiQL.Toolbar>
		<CompleteIds />
		<GraphiQL.Footer>
			<BelowAnswer />
		</GraphiQL.Footer>
	</GraphiQL>,
);
