import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { builtSite } from "../fixtures/built-site.ts";
import { runCommand } from "../fixtures/command.ts";
import { aContentFolder, aTemporaryFolder } from "../fixtures/content-folder.ts";

/** Machines in three parts of the world, as their offices set them up. */
const MACHINES = [
  { TZ: "UTC", LC_ALL: "C" },
  { TZ: "Asia/Tokyo", LC_ALL: "ja_JP.UTF-8" },
  { TZ: "Europe/Berlin", LC_ALL: "de_DE.UTF-8" },
];

/** A release of a day, told apart by its name, with what the clock may take from it and bring to it. */
function release(day: string, name: string, matter: string): Readonly<Record<string, string>> {
  const head = `title: Beispiel ${name}\n${matter}\nevents: [{ title: Fest, start: 2026-10-25 }, { title: Rede, start: 2026-12-31 23:00 }]`;
  return { [`pressemitteilungen/${day.slice(0, 4)}/${day}-${name}.md`]: `---\n${head}\n---\nText.\n` };
}

const CONTENT = {
  ...release("2026-01-31", "alt", "date: 2026-01-31\nphoto: { credit: Einwilligung, until: 2026-12-31 }"),
  ...release("2026-03-29", "sommerzeit", "date: 2026-03-29 03:00"),
  ...release("2026-10-25", "erste-stunde", "date: 2026-10-25 02:30+02:00"),
  ...release(
    "2026-10-24",
    "zweite-stunde",
    "date: 2026-10-24\nembargo: { until: 2026-10-25 02:30+01:00, reason: Beispiel }",
  ),
  ...release("2026-12-31", "silvester", "date: 2026-12-31 23:59"),
  ...release("2027-01-01", "neujahr", "date: 2027-01-01 00:00"),
};

/** The fingerprint of every file of the site that a machine makes at a time, and which of its releases are public. */
async function siteAt(now: string, machine: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const [input, output] = [await aContentFolder(CONTENT), join(await aTemporaryFolder(), "_site")];
  const { code, stderr } = await runCommand("build", [`--input=${input}`, `--output=${output}`, ...args], {
    SOURCE_DATE_EPOCH: String(Date.parse(now) / 1000),
    ...machine,
  });
  expect([code, stderr]).toEqual([0, expect.not.stringContaining("Abgebrochen")]);
  const files = await builtSite(output).files();
  const prints = files.map(async (file) => `${file} ${hash("sha256", await readFile(join(output, file)))}`);
  return {
    files: await Promise.all(prints),
    releases: files.flatMap(
      (file) => /^pressemitteilungen\/.+\/([a-z-]+)\/index\.html$/.exec(file)?.[1] ?? [],
    ),
    hasConsent: (await builtSite(output).text("pressemitteilungen/2026/01/31/alt/index.html")).includes(
      "Einwilligung",
    ),
  };
}

it.each([
  ["when summer time begins", "2026-03-29T01:00:00Z", ["alt", "sommerzeit"], true],
  [
    "when the hour between two and three has come a second time",
    "2026-10-25T01:30:00Z",
    ["alt", "sommerzeit", "zweite-stunde", "erste-stunde"],
    true,
  ],
  [
    "when the year begins",
    "2026-12-31T23:00:00Z",
    ["alt", "sommerzeit", "zweite-stunde", "erste-stunde", "silvester", "neujahr"],
    false,
  ],
])(
  "The site is the same on every machine, with what is due %s",
  async (_, now, releases, hasConsent) => {
    const [first, ...others] = await Promise.all(MACHINES.map((machine) => siteAt(now, machine)));
    expect(first).toMatchObject({ releases, hasConsent });
    for (const other of others) expect(other).toEqual(first);
  },
  240_000,
);

it.each([
  ["summer time begins", "2026-03-29T00:59:59Z", "Asia/Tokyo", ["alt"]],
  [
    "an embargo ends in the second hour between two and three",
    "2026-10-25T01:29:59Z",
    "Europe/Berlin",
    ["alt", "sommerzeit", "erste-stunde"],
  ],
  [
    "the year ends, and with it a consent",
    "2026-12-31T22:59:59Z",
    "UTC",
    ["alt", "sommerzeit", "zweite-stunde", "erste-stunde", "silvester"],
  ],
])("Nothing is early, and nothing gone, by the second before %s", async (_, now, TZ, releases) => {
  expect(await siteAt(now, { TZ }, ["--no-search"])).toMatchObject({ releases, hasConsent: true });
});
