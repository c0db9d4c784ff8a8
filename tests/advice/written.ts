import { type ReleaseAdviser, releaseAdviser } from "../../src/advice/release-adviser.ts";
import type { WrittenRelease } from "../../src/advice/written-release.ts";
import { BODY_FIELD } from "../../src/domain/problem.ts";
import { aPlace } from "../fixtures/newsroom.ts";

/** An adviser that knows a made-up office, four places and two names. */
export const ADVISE: ReleaseAdviser = releaseAdviser({
  office: {
    name: "Kreis Soest",
    pressIdPrefix: "kso",
    phone: "02921 30-0",
    address: { street: "Hoher Weg 1-3", postalCode: "59494", city: "Soest" },
  },
  places: [
    aPlace("Soest"),
    aPlace("Werl"),
    { ...aPlace("Möhnesee"), parts: ["Körbecke"] },
    { ...aPlace("Ense"), parts: ["Bremen"] },
  ],
  names: { words: new Set(["Beispielmann", "Mustermann"]), file: "content/woerter.txt" },
});

/** A release whose text begins on line 10; a field stands on line 1. */
export function written(body: string, fields: WrittenRelease["fields"] = {}): WrittenRelease {
  const placeOf = (path: readonly PropertyKey[]) => ({
    file: "x.md",
    line: 1,
    column: 1,
    field: path.join("."),
  });
  return { fields, body, bodyLine: 10, placeOf };
}

/** What an editor reads: place, field but for the text itself, and message. */
export function adviceOn(body: string, fields: WrittenRelease["fields"] = {}): string[] {
  return ADVISE(written(body, fields)).map(
    ({ line, column, field, message }) =>
      `${line}:${column} ${field === BODY_FIELD ? "" : `${field} `}${message}`,
  );
}
