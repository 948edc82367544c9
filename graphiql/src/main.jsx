import { createRoot } from "react-dom/client";
import { createGraphiQLFetcher, StorageAPI } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import "graphiql/setup-workers/vite";
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "@graphiql/plugin-history/style.css";
import "graphiql/graphiql.css";
import "./page.css";
import { examples } from "./examples.js";

// GraphiQL never reads the first default tab's variables; it takes them from what the visitor left, so a first visit leaves them.
const storage = new StorageAPI();
if (!storage.get("tabState")) {
	storage.set("query", examples[0].query);
	storage.set("variables", examples[0].variables);
}

createRoot(document.getElementById("graphiql")).render(
	<GraphiQL fetcher={createGraphiQLFetcher({ url: "/graphql" })} defaultTabs={examples}>
		<GraphiQL.Logo>
			<h1>Imprimatur</h1>
		</GraphiQL.Logo>
	</GraphiQL>,
);
