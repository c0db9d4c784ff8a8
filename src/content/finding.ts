import type { Problem } from "../domain/problem.ts";
import type { FieldPath } from "./yaml-source.ts";

/** What was found for a field, and every problem on the way. */
export type Finding<T> = { readonly found: T; readonly problems: readonly Problem[] };

/** Makes a problem at the value of a field. */
export type ProblemAt = (path: FieldPath, message: string) => Problem;
