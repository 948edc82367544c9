import { serverAudits } from "graphql-http";

const [url] = process.argv.slice(2);

for (const audit of serverAudits({ url, fetchFn: fetch })) {
	const result = await audit.fn();
	console.log(`${result.status}\t${audit.name}${result.status === "ok" ? "" : `\t${result.reason}`}`);
}
