import { describe, expect, it } from "vitest";
import { namedAnswers, searchQuality } from "../../bench/search-judge.ts";
import { SKETCH_QUERIES, sketchedArchive } from "../../bench/search-sketches.ts";
import { aSite, MUNICIPALITIES, TOPICS } from "../fixtures/newsroom.ts";

const releases = sketchedArchive(MUNICIPALITIES, TOPICS);
const qualities = await searchQuality(aSite({ releases }), namedAnswers(SKETCH_QUERIES, releases));
const mean = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0) / shares.length;

describe("Over a small archive written by hand, the first page of results", () => {
  it("holds what readers expect", () => {
    expect(mean(qualities.map(({ recall }) => recall))).toBeGreaterThan(0.95);
  });

  it("and little else", () => {
    expect(mean(qualities.map(({ precision }) => precision))).toBeGreaterThan(0.95);
  });
});

describe("A reader who looks for", () => {
  const foundBy = (query: string) => qualities.find((quality) => quality.query === query);

  it("„Unterkünfte“ finds Sammel- and Notunterkünfte", () => {
    expect(foundBy("Unterkünfte")).toMatchObject({ found: 3, precision: 1, recall: 1 });
  });

  it("„Plan“ finds the Bebauungsplan, and not all that is geplant", () => {
    expect(foundBy("Plan")).toMatchObject({ found: 1, precision: 1, recall: 1 });
  });

  it("„Planung“ finds nothing, as there is a Plan but no Planung", () => {
    expect(foundBy("Planung")).toMatchObject({ found: 0 });
  });
});
