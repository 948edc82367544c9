import { grow } from "./grow";

void grow(document);
