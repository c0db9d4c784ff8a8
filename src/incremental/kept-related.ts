import { hash } from "node:crypto";
import type { KeptContent } from "../content/kept-content.ts";
import type { Edition } from "../domain/edition.ts";
import { type RelatedPositions, recallRelated, relatedBy, relatedPositions } from "../domain/related.ts";

/**
 * Finds the related releases of a whole edition, for which every release is held against all those near it; where no
 * release has changed its subject or its place in a list, they are those that the last build found.
 */
export function relateAll(edition: Edition, kept: KeptContent): void {
  const foundBy = hash("sha256", relatedBy(edition));
  const before = kept.recall("related", foundBy);
  if (before === undefined) kept.keep("related", foundBy, relatedPositions(edition));
  else recallRelated(edition, before as RelatedPositions);
}
