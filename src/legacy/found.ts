/**
 * How sure an import is of a value: it stands in the source as it is (`found`), follows from the source by a rule
 * that does not err (`derived`), or is only likely (`guessed`).
 */
export type Basis = "found" | "derived" | "guessed";

/** A value of a release and what it rests on. */
export type Found<T> = {
  readonly value: T;
  readonly basis: Basis;
  /** German: where it stands or why it is taken for this. */
  readonly why: string;
};

/** @example found("Titel", "erste Zeile") → { value: "Titel", basis: "found", why: "erste Zeile" } */
export function found<T>(value: T, why: string): Found<T> {
  return { value, basis: "found", why };
}

/** A value that follows by rule; see {@link Basis}. */
export function derived<T>(value: T, why: string): Found<T> {
  return { value, basis: "derived", why };
}

/** A value that an editor should look at; see {@link Basis}. */
export function guessed<T>(value: T, why: string): Found<T> {
  return { value, basis: "guessed", why };
}
