import { ask, ConditionSetDocument } from "./imprimatur.js";

const [origin = "http://localhost:8080", model = "model/mythos-5", asOf] = process.argv.slice(2);

const { conditionSet } = await ask(origin, ConditionSetDocument, { model, asOf: asOf ?? null });
console.log(`${model} on ${conditionSet.receipt.asOf}: ${conditionSet.standing.level}`);
for (const { state, condition, instrument } of conditionSet.conditions) {
	console.log(`  ${state}  ${condition.title} (${instrument.title})`);
}
