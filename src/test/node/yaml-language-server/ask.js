// Opens YAML files, one after the other, as an editor would, and tells what the language server of VS Code's YAML extension
// offers at the place of the mark and what it says against the rest. The files are taken to lie in the folder named first.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node.js";

const MARK = "▮";
const SETTINGS = { yaml: { schemaStore: { enable: false }, validate: true, completion: true, hover: true } };

const [folder, ...files] = process.argv.slice(2);
const bin = createRequire(import.meta.url).resolve("yaml-language-server/bin/yaml-language-server");
const server = spawn(process.execPath, [bin, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
const diagnosed = new Map();

connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => diagnosed.get(uri)?.(diagnostics));
connection.onRequest("workspace/configuration", ({ items }) => items.map(({ section }) => SETTINGS[section] ?? {}));
connection.onRequest("client/registerCapability", () => null);
connection.listen();

await connection.sendRequest("initialize", {
  processId: process.pid,
  rootUri: pathToFileURL(folder).href,
  capabilities: { textDocument: { completion: { completionItem: { documentationFormat: ["plaintext"] } } } },
});
await connection.sendNotification("initialized", {});
await connection.sendNotification("workspace/didChangeConfiguration", { settings: SETTINGS });

for (const [index, file] of files.entries()) console.log(JSON.stringify(await ask(`probe-${index}.yaml`, readFileSync(file, "utf8"))));

await connection.sendRequest("shutdown");
await connection.sendNotification("exit");
connection.dispose();

async function ask(name, text) {
  const uri = pathToFileURL(join(folder, name)).href;
  const before = text.slice(0, text.indexOf(MARK)).split("\n");
  const position = { line: before.length - 1, character: before.at(-1).length };
  const diagnostics = new Promise((resolve) => diagnosed.set(uri, resolve));
  const textDocument = { uri, languageId: "yaml", version: 1, text: text.replace(MARK, "") };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  const { items } = await connection.sendRequest("textDocument/completion", { textDocument: { uri }, position });
  return {
    offered: items.map(({ label, documentation }) => ({ label, says: documentation?.value ?? documentation ?? "" })),
    said: (await diagnostics).map(({ range, message }) => `${range.start.line + 1}: ${message}`),
  };
}
