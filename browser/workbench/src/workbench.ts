import { grow } from "./grow";
import { type Visit, visiting } from "./visit";

const visit: Visit = visiting((main) => grow(main, visit));

void grow(document, visit);
