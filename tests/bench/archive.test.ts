import { describe, expect, it } from "vitest";
import { type ExampleRelease, exampleArchive } from "../../bench/archive.ts";
import { MARKING } from "../../bench/archive-phrases.ts";
import { EXAMPLE_NAMES } from "./example-names.ts";

const archive = [...exampleArchive(1_000, EXAMPLE_NAMES)];

describe("The bench's made-up archive", () => {
  it("is the same each time it is made", () => {
    expect([...exampleArchive(1_000, EXAMPLE_NAMES)]).toEqual(archive);
  });

  it.each([1, 7, 365, 8_000])(
    "has as many releases as asked for: %i, oldest first, no two at one moment",
    (size) => {
      const moments = [...exampleArchive(size, EXAMPLE_NAMES)].map(({ day, time }) => `${day} ${time}`);
      expect(moments).toHaveLength(size);
      expect(moments).toEqual([...new Set(moments)].sort());
    },
  );

  it("spreads over twenty years", () => {
    const years = new Set(archive.map(({ day }) => day.slice(0, 4)));
    expect([...years]).toEqual(Array.from({ length: 20 }, (_, index) => String(2006 + index)));
  });

  it("marks every release as an example, in its title and its text", () => {
    expect(archive.filter(({ mark, title }) => !title.startsWith(`${mark}: `))).toEqual([]);
    expect(archive.filter(({ body }) => !body.endsWith(`${MARKING}\n`))).toEqual([]);
    expect(new Set(archive.map(({ mark }) => mark)).size).toBe(archive.length);
  });

  it("has texts of some 3 kB of Markdown", () => {
    const bytes = archive.map(({ body }) => Buffer.byteLength(body));
    expect(bytes.reduce((sum, size) => sum + size) / bytes.length / 1_000).toBeCloseTo(3.2, 0);
  });

  it("counts press IDs from 1 in each year until they vanish from the texts", () => {
    const withId = archive.flatMap(({ pressId }) => pressId ?? []);
    for (const year of new Set(withId.map(({ day }) => day.slice(0, 4)))) {
      const numbers = withId.filter(({ day }) => day.startsWith(year)).map(({ number }) => number);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
    expect(archive.every(({ day, pressId }) => (pressId !== undefined) === day < "2023-05-01")).toBe(true);
  });

  it.each<[string, (release: ExampleRelease) => boolean, number]>([
    ["a subtitle", ({ subtitle }) => subtitle !== undefined, 1 / 2],
    ["a contact of its own", ({ contact }) => contact !== undefined, 1 / 4],
    ["a correction", ({ corrections }) => corrections.length > 0, 1 / 25],
    ["an appointment", ({ events }) => events.length > 0, 1 / 8],
    ["an earlier release to follow", ({ follows }) => follows !== undefined, 1 / 12],
    ["an old address", ({ redirectFrom }) => redirectFrom.length > 0, 1 / 3],
    ["a list", ({ body }) => body.includes("\n- "), 1 / 4],
    ["a table", ({ body }) => body.includes("\n| --- "), 1 / 16],
    ["a link to elsewhere", ({ body }) => body.includes("](https://"), 1 / 3],
    ["a link to an earlier release", ({ body }) => body.includes("](/pressemitteilungen/"), 1 / 10],
  ])("gives some releases %s, and others not", (_, hasIt, share) => {
    const found = archive.filter(hasIt).length / archive.length;
    expect(Math.abs(found - share)).toBeLessThan(0.05);
  });

  it("holds text only", () => {
    expect(archive.filter(({ photos }) => photos !== undefined)).toEqual([]);
  });
});
