import { grow } from "./grow";

grow(document);
