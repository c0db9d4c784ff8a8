import fc from "fast-check";
import { expect, it } from "vitest";
import { withSearch } from "../../bench/search-judge.ts";
import { FACETS } from "../../src/domain/search-index-format.ts";
import { writeSearchState } from "../../src/domain/search-state.ts";
import { aRelease, aSite, at, MUNICIPALITIES, TOPICS } from "../fixtures/newsroom.ts";

/** Words of no compound, so that all volumes and the whole archive know them as the same terms; the last are rare. */
const WORDS = [
  ...["Kreis", "Stadt", "Soest", "Plan", "Straße", "Bürger", "impfen", "Kita", "Amt"],
  ...["Warnung", "Jubiläum", "Radon", "Quiz", "Zypresse", "2019", "27.03.2019", "kso 7"],
];
const YEARS = [2014, 2015, 2016, 2017, 2018, 2019];

/** Releases of several years, the common words more frequent than the rare and each year with words of its own. */
const [releases = []] = fc.sample(
  fc.array(
    fc
      .record({
        year: fc.constantFrom(...YEARS),
        day: fc.integer({ min: 1, max: 28 }),
        title: fc.array(fc.nat(4), { minLength: 1, maxLength: 2 }),
        text: fc.array(fc.nat(WORDS.length - 1), { minLength: 1, maxLength: 12 }),
        topics: fc.subarray(TOPICS.slice(0, 3)),
        places: fc.subarray(MUNICIPALITIES.slice(0, 3)),
      })
      .map(({ year, day, title, text, ...named }) => ({
        ...named,
        title: title.map((word) => WORDS[word]).join(" "),
        date: at(`${year}-03-${String(day).padStart(2, "0")} 10:00`),
        text: text.map((word) => WORDS[(word + 3 * (year % 2)) % WORDS.length]).join(" "),
      })),
    { minLength: 90, maxLength: 90 },
  ),
  { numRuns: 1, seed: 20_190_327 },
);
const site = aSite({
  releases: releases.map(({ text, ...release }, number) =>
    aRelease({ ...release, slug: `meldung-${number}`, body: { html: "", text } }),
  ),
});

const query = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("Zypr", "quantum", "iläum", "Straßen", "der", "März 2018", "März"),
    },
  ),
  { maxLength: 3 },
);
const state = fc.record({
  query: query.map((words) => words.join(" ")),
  chosen: fc.record(
    {
      thema: fc.constantFrom(...TOPICS.slice(0, 4).map(({ slug }) => slug)),
      ort: fc.constantFrom(...MUNICIPALITIES.slice(0, 4).map(({ slug }) => slug)),
      jahr: fc.constantFrom(...YEARS.map(String), "2030"),
    },
    { requiredKeys: [] },
  ),
  isByDate: fc.boolean(),
  shown: fc.constant(100),
});

it("An archive in volumes answers every search as one whole index: the same hits in the same order, the same counts", async () => {
  const answers = async (fewest: number, asked: readonly string[]) =>
    withSearch(site, fewest, async (search) => {
      const found = [];
      for (const queryString of asked) {
        const { hits: _, counts, ...answer } = await search(queryString);
        found.push({ queryString, ...answer, counts: FACETS.map((facet) => positive(counts[facet])) });
      }
      return found;
    });
  const asked = fc.sample(state, { numRuns: 250, seed: 4 }).map((given) => writeSearchState(given));
  const whole = await answers(Number.POSITIVE_INFINITY, asked);
  expect(whole.filter(({ total }) => total > 1).length).toBeGreaterThan(50);
  for (const fewest of [1, 30]) expect(await answers(fewest, asked)).toEqual(whole);
});

/** Without what no release has, as a volume knows the slugs of its own releases alone. */
function positive(counts: Readonly<Record<string, number>>): unknown {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
