import { createRoot } from "react-dom/client";
import { createGraphiQLFetcher, StorageAPI } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import "./workers.js";
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import "@graphiql/plugin-history/style.css";
import "graphiql/graphiql.css";
import "./page.css";
import { EXAMPLES_PLUGIN } from "./Examples.jsx";
import { opened } from "./examples.js";
import { roomy } from "./roomy.js";

// GraphiQL never reads the first default tab's variables; it takes them from what the visitor left, so a first visit leaves them.
const storage = new StorageAPI();
if (!storage.get("tabState")) {
	storage.set("query", opened[0].query);
	storage.set("variables", opened[0].variables);
}

createRoot(document.getElementById("graphiql")).render(
	<GraphiQL
		fetcher={createGraphiQLFetcher({ url: "/graphql" })}
		defaultTabs={opened}
		plugins={[EXAMPLES_PLUGIN, HISTORY_PLUGIN]}
		visiblePlugin={roomy.matches ? EXAMPLES_PLUGIN : null}
	>
		<GraphiQL.Logo>
			<h1>Imprimatur</h1>
		</GraphiQL.Logo>
	</GraphiQL>,
);
