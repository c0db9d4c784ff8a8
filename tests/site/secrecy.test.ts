import { hash } from "node:crypto";
import { join } from "node:path";
import fc from "fast-check";
import sharp, { type Sharp } from "sharp";
import { expect, it } from "vitest";
import { stringify } from "yaml";
import { start } from "../../src/commands/start.ts";
import { runCommand as runToExitCode } from "../../src/commands/terminal.ts";
import { isoDateTime } from "../../src/domain/berlin-time.ts";
import { writeStand } from "../../src/publish/site-stand.ts";
import { builtSite } from "../fixtures/built-site.ts";
import { runCommand } from "../fixtures/command.ts";
import { aContentFolder, aTemporaryFolder, type ContentFiles } from "../fixtures/content-folder.ts";

/** The releases of this test are of a day on which an hour comes twice. */
const DAY = "2026-10-25";
const FOLDER = `pressemitteilungen/${DAY.slice(0, 4)}/`;
const MIDNIGHT = Date.parse("2026-10-24T22:00:00Z");
/** Times are the half-hours of that day; by the last all has happened. */
const LAST = 49;
const instantAt = (halfHour: number) => MIDNIGHT + halfHour * 1_800_000;

/** Real sites are built, so there are few runs, each of a rich archive; none looks for a smaller one; milliseconds for a busy machine. */
const RUNS = 2;
const TIMEOUT = 240_000;

/** A release to be written. All times are half-hours. */
type Drawn = {
  /** Its secrets are words that begin with this and a letter of their own: see {@link toldAt}. */
  readonly root: string;
  /** What the words of its text, and of its embargo, begin with. */
  readonly words: string;
  readonly grounds: string;
  readonly number: number;
  readonly date: number;
  readonly isDraft: boolean;
  readonly embargo: number | undefined;
  readonly withdrawn: number | undefined;
  readonly correction: number | undefined;
  readonly consent: number | undefined;
  readonly follows: string | undefined;
  readonly tags: readonly string[];
  readonly flags: { readonly pinned: boolean; readonly noindex: boolean };
};

const halfHour = fc.integer({ min: 0, max: LAST - 1 });
const often = fc.option(halfHour, { nil: undefined });
const seldom = fc.option(halfHour, { nil: undefined, freq: 2 });
const archive: fc.Arbitrary<readonly Drawn[]> = fc
  .uniqueArray(
    fc.record({
      root: fc.string({ unit: fc.constantFrom(..."bcdfghkmnprt"), minLength: 9, maxLength: 9 }),
      date: fc.integer({ min: 0, max: 30 }),
      isDraft: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
      embargo: seldom,
      withdrawn: seldom,
      correction: often,
      consent: often,
      followed: fc.nat({ max: 9 }),
      tags: fc.subarray(["Integration", "Gesundheit"]),
      flags: fc.record({ pinned: fc.boolean(), noindex: fc.boolean() }),
    }),
    { minLength: 7, maxLength: 9, selector: ({ root }) => root },
  )
  .map((drawn) =>
    drawn
      .toSorted((a, b) => a.date - b.date)
      .map(({ followed, ...release }, number, all) => ({
        ...release,
        number,
        words: `${release.root}w`,
        grounds: `${release.root}j`,
        follows: followed < number ? all[followed]?.root : undefined,
      })),
  );

/** Said here once more, in other words than the newsroom's own. */
const isPublic = ({ isDraft, date, embargo = 0 }: Drawn, now: number) =>
  !isDraft && now >= Math.max(date, embargo);

/** Which of a release's secrets are told at a time, by what their words begin with. */
function toldAt(release: Drawn, now: number): Readonly<Record<string, boolean>> {
  const { root, withdrawn = Infinity, correction = Infinity, consent = -Infinity } = release;
  const isThere = isPublic(release, now);
  const hasText = isThere && now < withdrawn;
  return {
    [`${root}q`]: isThere,
    [`${root}w`]: hasText,
    [`${root}x`]: hasText && now >= correction,
    [`${root}z`]: hasText && now < consent,
    [`${root}v`]: isThere && !hasText,
    // Why it was held back, and what its camera wrote into a photo.
    [`${root}j`]: false,
  };
}

/** The archive without what is not told at a time: other files, other fields, other words. */
function withoutSecrets(archive: readonly Drawn[], now: number): readonly Drawn[] {
  const isPast = (time: number | undefined) => time !== undefined && time <= now;
  return archive
    .filter((release) => isPublic(release, now))
    .map((release) => ({
      ...release,
      words: isPast(release.withdrawn) ? "ersatz" : release.words,
      grounds: "ersatz",
      correction: isPast(release.correction) ? release.correction : undefined,
      withdrawn: isPast(release.withdrawn) ? release.withdrawn : undefined,
      consent: isPast(release.consent) ? undefined : release.consent,
    }));
}

async function contentOf(archive: readonly Drawn[]): Promise<ContentFiles> {
  const written = await Promise.all(archive.map((release) => releaseFiles(release, archive)));
  return Object.assign({}, ...written);
}

const fileName = (root: string) => `${DAY}-${root}qkurz.md`;

async function releaseFiles(release: Drawn, archive: readonly Drawn[]): Promise<ContentFiles> {
  const { root, words, grounds, number, isDraft, embargo, withdrawn, correction, consent, follows } = release;
  const at = (time: number) => isoDateTime(instantAt(time));
  const photo = (secret: string, rest: Readonly<Record<string, string>>) => ({
    headline: `${secret}kicker`,
    caption: `${secret}bildtext`,
    alt: `${secret}alt`,
    credit: `${secret}nachweis`,
    ...rest,
  });
  const fields = {
    title: `${root}qtitel`,
    subtitle: `${words}unterzeile`,
    date: at(release.date),
    pressId: `kso.${DAY.replaceAll("-", ".")}.${700 + number}.ab`,
    printedId: `${root}qdruck`,
    tags: release.tags,
    places: ["Soest"],
    photos: [
      photo(words, { file: `${root}wfoto.jpg` }),
      photo(words, {}),
      ...(consent === undefined ? [] : [photo(`${root}z`, { file: `${root}zfoto.png`, until: at(consent) })]),
    ],
    attachments: [{ file: `${root}wanhang.pdf`, title: `${words}anhang` }],
    contact: { name: `${words}kontakt` },
    events: [{ title: `${words}termin`, start: "2026-11-11 18:00", place: `${words}saal` }],
    redirectFrom: [`/alt/${root}qpfad`],
    ...release.flags,
    ...(embargo !== undefined && { embargo: { until: at(embargo), reason: `${grounds}grund` } }),
    ...(isDraft && { draft: true }),
    ...(correction !== undefined && { corrections: [{ date: at(correction), note: `${root}xnotiz` }] }),
    ...(withdrawn !== undefined && { withdrawn: { date: at(withdrawn), reason: `${root}vgrund` } }),
    ...(archive.some((one) => one.root === follows) && { follows: `2026/${fileName(follows ?? "")}` }),
  };
  return {
    [`${FOLDER}${fileName(root)}`]: `---\n${stringify(fields)}---\n## ${words}zwischen\n\n${words}absatz.\n`,
    [`${FOLDER}${root}wfoto.jpg`]: await picture(number, root).jpeg().toBuffer(),
    [`${FOLDER}${root}zfoto.png`]: await picture(number + 100, root)
      .png()
      .toBuffer(),
    [`${FOLDER}${root}wanhang.pdf`]: `%PDF-1.4 ${root}winhalt`,
  };
}

function picture(number: number, root: string): Sharp {
  const background = { r: (number * 53) % 256, g: (number * 97) % 256, b: (number * 151) % 256 };
  return sharp({ create: { width: 60, height: 40, channels: 3, background } }).withExif({
    IFD0: { Artist: `${root}jkamera` },
  });
}

async function build(input: string, output: string, now: number): Promise<void> {
  const { code, stdout, stderr } = await runCommand("build", [`--input=${input}`, `--output=${output}`], {
    SOURCE_DATE_EPOCH: String(instantAt(now) / 1000),
  });
  expect([code, code === 0 ? "" : stdout + stderr]).toEqual([0, ""]);
}

/** All that is in a site's files, their names included, as the index writes words too: back to front. */
async function everythingIn(folder: string): Promise<string> {
  const text = (await builtSite(folder).contents()).map(
    ([name, bytes]) => `${name}\n${bytes.toString("latin1")}`,
  );
  return text.join("\n").toLowerCase();
}

const reversed = (word: string) => [...word].reverse().join("");

it(
  "Whatever is secret is in no file before its time, and is told from then on",
  async () => {
    const clocks = fc
      .tuple(halfHour, halfHour)
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b), LAST] as const);
    await fc.assert(
      fc.asyncProperty(archive, clocks, async (archive, clocks) => {
        const [input, output] = [
          await aContentFolder(await contentOf(archive)),
          join(await aTemporaryFolder(), "_site"),
        ];
        for (const now of clocks) {
          await build(input, output, now);
          const everything = await everythingIn(output);
          const isTold = (secret: string) =>
            everything.includes(secret) || everything.includes(reversed(secret));
          for (const release of archive) {
            const expected = toldAt(release, now);
            const told = Object.keys(expected).map((secret) => [secret, isTold(secret)]);
            expect(Object.fromEntries(told), `half-hour ${now}`).toEqual(expected);
          }
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  },
  TIMEOUT,
);

it(
  "A site is the same bytes as if nobody had written its secrets, whatever was built at its place before",
  async () => {
    await fc.assert(
      fc.asyncProperty(archive, halfHour, fc.integer({ min: 0, max: LAST }), async (archive, now, before) => {
        const [whole, stripped] = [await contentOf(archive), await contentOf(withoutSecrets(archive, now))];
        const [one, other] = [
          join(await aTemporaryFolder(), "_site"),
          join(await aTemporaryFolder(), "_site"),
        ];
        const input = await aContentFolder(whole);
        await build(input, one, before);
        await build(input, one, now);
        await build(await aContentFolder(stripped), other, now);
        expect(await fingerprints(one)).toEqual(await fingerprints(other));
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  },
  TIMEOUT,
);

async function fingerprints(folder: string): Promise<string[]> {
  return (await builtSite(folder).contents()).map(([name, bytes]) => `${name} ${hash("sha256", bytes)}`);
}

it("The preview, which shows secrets, writes into no folder that the public's site lies in", async () => {
  const site = join(await aTemporaryFolder(), "www");
  await writeStand(site, instantAt(LAST));
  const refusals: string[] = [];
  const codes = [site, "_site", "./_site/"].map((output) =>
    runToExitCode(start, {
      args: [`--output=${output}`],
      environment: {},
      clock: () => instantAt(LAST),
      print: () => {},
      printError: (line) => refusals.push(line),
    }),
  );
  expect(await Promise.all(codes)).toEqual([2, 2, 2]);
  const told = "ist eine Seite für die Öffentlichkeit; die Vorschau zeigt Entwürfe und Gesperrtes.";
  expect(refusals).toEqual(Array(3).fill(expect.stringContaining(told)));
});
