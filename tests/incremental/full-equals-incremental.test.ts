import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import sharp from "sharp";
import { expect, it } from "vitest";
import { type SiteFile, servedFile } from "../../src/domain/site-file.ts";
import { filesOf } from "../../src/eleventy/site-files.ts";
import { siteOptionsFrom } from "../../src/eleventy/site-options.ts";
import { loadSite } from "../../src/eleventy/site-source.ts";
import { cachePath } from "../../src/incremental/build-cache.ts";
import { buildIncrementally } from "../../src/incremental/incremental-build.ts";
import {
  aContentFolder,
  aTemporaryFolder,
  type ContentFiles,
  OFFICE_FILES,
} from "../fixtures/content-folder.ts";
import { instantOf } from "../fixtures/newsroom.ts";

/** What a build stands at beside its content. */
type Circumstances = { readonly now: number; readonly code: string; readonly pathPrefix: string };

/** Builds as `npm run build` does, but for Eleventy, whose pages are written at once: a sequence takes a second. */
async function buildInto(target: string, input: string, { now, code, pathPrefix }: Circumstances) {
  const options = { ...siteOptionsFrom({}, now), pathPrefix, hasSearch: false };
  const written: string[] = [];
  const loaded = await buildIncrementally({
    target,
    code,
    load: (readings) => loadSite(input, options, readings),
    filesOf,
    write: async (_, { pages, outputs, copied }, stage) => {
      const write = async (address: string, content: string | Buffer) => {
        const path = join(stage, servedFile(address));
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, content, { flag: "wx" });
        written.push(servedFile(address));
      };
      for (const { address, content } of [...pages, ...outputs] satisfies SiteFile[])
        await write(address, content);
      for (const { address, path } of copied) await write(address, readFileSync(path));
      return new Map();
    },
  });
  return { isBuilt: "site" in loaded, written };
}

/** Every file below a folder by its path, as a digest of its bytes. */
function filesBelow(folder: string): Record<string, string> {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(folder.length + 1), hash("sha1", readFileSync(path))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** What lies in a site beside the pages of releases: their texts, and the short links and old addresses to them. */
function besidePages(target: string): string[] {
  return Object.keys(filesBelow(target)).filter((path) => /text\.txt$|^kso\.|^alt\//.test(path));
}

/** The releases of an archive by number; each is one file. */
type Archive = Map<number, Readonly<Record<string, string>>>;

const dayOf = (number: number) => `2019-0${1 + (number % 3)}-1${number % 10}`;
const nameOf = (number: number, { slug = "text" }: Readonly<Record<string, string>>) =>
  `pressemitteilungen/2019/${dayOf(number)}-${slug}-${number}.md`;

const pressIdOf = (number: number) =>
  `kso.${dayOf(number).replaceAll("-", ".")}.${String(number + 1).padStart(3, "0")}`;

function fileOf(number: number, { slug: _, body = "", ...fields }: Readonly<Record<string, string>>): string {
  const lines = { title: `Meldung ${number}`, date: `${dayOf(number)} 10:00`, ...fields };
  const matter = Object.entries(lines).map(([key, value]) => `${key}: ${value}`);
  return `---\n${matter.join("\n")}\npressId: ${pressIdOf(number)}.sm\n---\nText ${number}. ${body}\n`;
}

/** One thing that an editor, an operator, the clock or an accident does between two builds. */
type Step = { readonly kind: string; readonly number: number; readonly word: string };

const FIELDS: Readonly<Record<string, (word: string) => Readonly<Record<string, string>>>> = {
  title: (word) => ({ title: `Neuer Titel ${word}` }),
  body: (word) => ({ body: `Neuer Absatz ${word}, siehe /kontakt/.` }),
  rename: (word) => ({ slug: `um-${word}` }),
  topics: (word) => ({ tags: word < "m" ? "[Integration]" : "[Integration, Gesundheit]" }),
  places: (word) => ({ places: word < "m" ? "[Soest]" : "[Möhnesee]" }),
  correct: (word) => ({ corrections: `[{ date: 2019-04-02 10:00, note: Zahl ${word} }]` }),
  "correct ahead": (word) => ({ corrections: `[{ date: 2020-01-02 10:00, note: Später ${word} }]` }),
  embargo: () => ({ embargo: "{ until: 2019-12-01 10:00, reason: Gremium }" }),
  draft: () => ({ draft: "true" }),
  withdraw: (word) => ({ withdrawn: `{ date: 2019-11-01 10:00, reason: Irrtum ${word} }` }),
  pin: () => ({ pinned: "true" }),
  event: (word) => ({ events: `[{ title: Termin ${word}, start: 2019-11-05 18:00 }]` }),
  redirect: (word) => ({ redirectFrom: `[/alt/${word}]` }),
  follow: () => ({ follows: pressIdOf(0) }),
  photo: (word) => ({ photo: `{ file: bild.png, alt: Ein Feld, credit: 'Foto: ${word}' }` }),
  attach: (word) => ({ attachments: `[{ file: plan.pdf, title: Plan ${word} }]` }),
  break: () => ({ tags: "[Integratoin]" }),
};

const KINDS = [
  ...Object.keys(FIELDS),
  ...["add", "remove", "restore", "office", "topic", "page", "clock", "code", "prefix", "picture"],
  "hand on an old address",
  ...[
    "lose a page",
    "alter a page",
    "lose a file beside a page",
    "alter a file beside a page",
    "add a stranger",
    "lose the cache",
    "damage the cache",
    "lose the spare",
  ],
];

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    number: fc.nat({ max: 7 }),
    word: fc.string({ unit: fc.constantFrom(..."abcxyz"), minLength: 1, maxLength: 4 }),
  }),
  { minLength: 4, maxLength: 12 },
);

const CLOCKS = [
  "2019-03-20 10:00",
  "2019-11-02 10:00",
  "2019-11-06 10:00",
  "2019-12-02 10:00",
  "2020-02-01 10:00",
];

async function pictureOf(shade: number): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: { r: shade, g: 90, b: 90 } } })
    .png()
    .toBuffer();
}

/** A content folder and a moment, what then changes of either, and a page that tells of it. */
type Example = {
  readonly what: string;
  readonly files: ContentFiles;
  readonly now?: string;
  readonly changed?: ContentFiles;
  readonly later?: string;
  readonly tells: string;
};

const MEASLES = "pressemitteilungen/2017/2017-05-02-masern.md";
const MEASLES_AGAIN = "pressemitteilungen/2019/2019-03-27-masern.md";
const FOLLOWS_MEASLES = "follows: /pressemitteilungen/2017/05/02/masern/";
const PLAN = "pressemitteilungen/2019/plan.pdf";

/** Releases of the time between, so that one of 2017 and one of 2019 are no neighbours. */
const BETWEEN: ContentFiles = {
  "pressemitteilungen/2018/2018-01-10-deiche.md": releaseOf("2018-01-10", "Deiche"),
  "pressemitteilungen/2018/2018-08-01-ernte.md": releaseOf("2018-08-01", "Ernte"),
};

function releaseOf(day: string, title: string, ...more: readonly string[]): string {
  return `---\n${[`title: ${title}`, `date: ${day} 10:00`, ...more].join("\n")}\n---\nText.\n`;
}

it.each<Example>([
  {
    what: "a second correction falls due",
    files: {
      [MEASLES_AGAIN]: releaseOf(
        "2019-03-27",
        "Masern",
        "corrections:",
        "  - { date: 2019-04-02 10:00, note: Erste }",
        "  - { date: 2019-05-02 10:00, note: Zweite }",
      ),
    },
    now: "2019-04-20 10:00",
    later: "2019-05-20 10:00",
    tells: "pressemitteilungen/2019/03/27/masern/index.html",
  },
  {
    what: "an alert runs out",
    files: {
      "kreis.yaml": `${OFFICE_FILES["kreis.yaml"]}alert: { text: Sturmwarnung, until: 2019-11-03 10:00 }\n`,
    },
    now: "2019-11-03 09:59",
    later: "2019-11-03 10:00",
    tells: "impressum/index.html",
  },
  {
    what: "a photo's consent runs out",
    files: {
      [MEASLES_AGAIN]: releaseOf(
        "2019-03-27",
        "Masern",
        "photo: { credit: 'Foto: Beispiel', until: 2019-06-30 }",
      ),
    },
    now: "2019-06-30 23:59",
    later: "2019-07-01 00:00",
    tells: "pressemitteilungen/2019/03/27/masern/index.html",
  },
  {
    what: "a withdrawal takes effect",
    files: {
      [MEASLES_AGAIN]: releaseOf(
        "2019-03-27",
        "Masern",
        "withdrawn: { date: 2019-04-02 10:00, reason: Irrtum }",
      ),
    },
    now: "2019-04-02 09:59",
    later: "2019-04-02 10:00",
    tells: "pressemitteilungen/2019/03/27/masern/text.txt",
  },
  {
    what: "an attachment is replaced by a longer one",
    files: {
      [MEASLES_AGAIN]: releaseOf("2019-03-27", "Masern", "attachments: [{ file: plan.pdf, title: Plan }]"),
      [PLAN]: "%PDF-1.4 kurz",
    },
    changed: { [PLAN]: `%PDF-1.4 ${"lang ".repeat(1_000)}` },
    tells: "pressemitteilungen/2019/03/27/masern/index.html",
  },
  {
    what: "a release that another follows is public at last",
    files: {
      ...BETWEEN,
      [MEASLES]: releaseOf("2017-05-02", "Masern", "embargo: { until: 2019-11-01 10:00, reason: Gremium }"),
      [MEASLES_AGAIN]: releaseOf("2019-03-27", "Wieder Masern", FOLLOWS_MEASLES),
    },
    now: "2019-10-31 10:00",
    later: "2019-11-02 10:00",
    tells: "daten/2019.json",
  },
  {
    what: "an earlier release on the same matter, neither neighbour nor related, has a new title",
    files: {
      ...BETWEEN,
      [MEASLES]: releaseOf("2017-05-02", "Masern"),
      [MEASLES_AGAIN]: releaseOf("2019-03-27", "Wieder Masern", FOLLOWS_MEASLES),
    },
    changed: { [MEASLES]: releaseOf("2017-05-02", "Masern in zwei Orten") },
    tells: "pressemitteilungen/2019/03/27/masern/index.html",
  },
  {
    what: "a later release on the same matter, neither neighbour nor related, has a new title",
    files: {
      ...BETWEEN,
      [MEASLES]: releaseOf("2017-05-02", "Masern"),
      [MEASLES_AGAIN]: releaseOf("2019-03-27", "Wieder Masern", FOLLOWS_MEASLES),
    },
    changed: { [MEASLES_AGAIN]: releaseOf("2019-03-27", "Masern sind zurück", FOLLOWS_MEASLES) },
    tells: "pressemitteilungen/2017/05/02/masern/index.html",
  },
])("A build that writes only what changed tells it on every page when $what", async (example) => {
  const { files, now = "2020-01-01 10:00", changed = {}, later = now, tells } = example;
  const input = await aContentFolder(files);
  const [target, whole] = [join(await aTemporaryFolder(), "_site"), join(await aTemporaryFolder(), "_site")];
  const at = (moment: string) => ({ now: instantOf(moment), code: "1", pathPrefix: "/" });
  await buildInto(target, input, at(now));
  const before = filesBelow(target);
  for (const [name, content] of Object.entries(changed)) await writeFile(join(input, name), content);
  await buildInto(target, input, at(later));
  await buildInto(whole, input, at(later));
  expect(filesBelow(target)).toEqual(filesBelow(whole));
  expect(filesBelow(whole)[tells]).not.toBe(before[tells]);
});

it("A build that writes only what changed leaves the same bytes as one that writes all, whatever happened between", async () => {
  const base = await aTemporaryFolder();
  let run = 0;
  const builds: boolean[] = [];
  await fc.assert(
    fc.asyncProperty(steps, async (sequence: readonly Step[]) => {
      run += 1;
      const input = await aContentFolder({});
      const target = join(base, `${run}`, "_site");
      const archive: Archive = new Map([...Array(6).keys()].map((number) => [number, {}]));
      archive.set(3, { redirectFrom: "[/alt/erbe]" });
      let circumstances: Circumstances = { now: instantOf("2019-11-02 10:00"), code: "1", pathPrefix: "/" };
      const put = async (name: string, content: string | Buffer) => {
        await mkdir(dirname(join(input, name)), { recursive: true });
        await writeFile(join(input, name), content);
      };
      await put("pressemitteilungen/2019/bild.png", await pictureOf(20));
      await put("pressemitteilungen/2019/plan.pdf", "%PDF-1.4 Beispiel");
      for (const [number, fields] of archive) await put(nameOf(number, fields), fileOf(number, fields));

      const change = async (number: number, fields: Readonly<Record<string, string>> | undefined) => {
        const old = archive.get(number);
        if (old !== undefined) await rm(join(input, nameOf(number, old)));
        archive.delete(number);
        if (fields === undefined) return;
        archive.set(number, fields);
        await put(nameOf(number, fields), fileOf(number, fields));
      };
      const act: Readonly<Record<string, (step: Step) => void | Promise<void>>> = {
        add: ({ number, word }) => change(number + 8, { title: `Hinzu ${word}` }),
        remove: ({ number }) => change(number, undefined),
        restore: ({ number }) => change(number, {}),
        "hand on an old address": async () => {
          const [holder, fields] =
            [...archive].find(([, { redirectFrom }]) => redirectFrom !== undefined) ?? [];
          const [heir, others] = [...archive].find(([number]) => number !== holder) ?? [];
          if (holder === undefined || heir === undefined) return;
          const { redirectFrom = "", ...rest } = fields ?? {};
          await change(holder, rest);
          await change(heir, { ...others, redirectFrom });
        },
        office: ({ word }) =>
          put(
            "kreis.yaml",
            `${OFFICE_FILES["kreis.yaml"]}alert: { text: Achtung ${word}, until: 2019-11-03 10:00 }\n`,
          ),
        topic: ({ word }) =>
          put(
            "themen.yaml",
            `- { name: Integration, slug: integration, description: ${word} }\n- { name: Gesundheit, slug: gesundheit }\n`,
          ),
        page: ({ word }) => put("seiten/kontakt.md", `---\ntitle: Kontakt ${word}\n---\nText.\n`),
        picture: async ({ number }) => put("pressemitteilungen/2019/bild.png", await pictureOf(40 + number)),
        clock: ({ number }) => {
          circumstances = { ...circumstances, now: instantOf(CLOCKS[number % CLOCKS.length] ?? "") };
        },
        code: ({ word }) => {
          circumstances = { ...circumstances, code: word };
        },
        prefix: ({ number }) => {
          circumstances = { ...circumstances, pathPrefix: number % 2 === 0 ? "/" : "/presse/" };
        },
        "lose a page": () => rmSync(join(target, "themen/index.html"), { force: true }),
        "alter a page": ({ word }) => {
          const page = join(target, "index.html");
          if (existsSync(page)) writeFileSync(page, `${readFileSync(page, "utf8")}${word}`);
        },
        "lose a file beside a page": ({ number }) => {
          for (const file of besidePages(target).slice(number, number + 1)) rmSync(join(target, file));
        },
        "alter a file beside a page": ({ number, word }) => {
          for (const file of besidePages(target).slice(number, number + 1))
            writeFileSync(join(target, file), word);
        },
        "add a stranger": ({ word }) => {
          if (existsSync(target)) writeFileSync(join(target, `${word}.html`), "fremd");
        },
        "lose the cache": () => rmSync(cachePath(target), { force: true }),
        "damage the cache": ({ number }) => {
          const path = cachePath(target);
          if (!existsSync(path)) return;
          const bytes = readFileSync(path);
          for (let at = 500 * (number + 1); at < bytes.length; at += 1_777)
            bytes[at] = (bytes[at] ?? 0) ^ 0x15;
          writeFileSync(path, bytes);
        },
        "lose the spare": () => rmSync(`${target}.vorrat`, { recursive: true, force: true }),
      };

      for (const step of [{ kind: "restore", number: 0, word: "a" }, ...sequence]) {
        const fields = FIELDS[step.kind]?.(step.word);
        await (fields === undefined
          ? act[step.kind]?.(step)
          : change(step.number, { ...archive.get(step.number), ...fields }));
        const before = filesBelow(target);
        const { isBuilt } = await buildInto(target, input, circumstances);
        builds.push(isBuilt);
        if (!isBuilt) {
          expect(filesBelow(target)).toEqual(before);
          await change(step.number, {});
          continue;
        }
        const whole = join(base, `${run}-ganz`, "_site");
        await buildInto(whole, input, circumstances);
        expect(filesBelow(target)).toEqual(filesBelow(whole));
        rmSync(dirname(whole), { recursive: true, force: true });
      }
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 12) },
  );
  // What is written must be right in nearly all of them, or nothing was compared.
  expect(builds.filter((isBuilt) => isBuilt).length).toBeGreaterThan(0.8 * builds.length);
}, 900_000);

it("A build after one edited release writes that release, its neighbours and what lists them, and nothing else", async () => {
  const releases = [...Array(60).keys()].map((index) => {
    const day = `2019-0${1 + Math.floor(index / 10)}-1${index % 10}`;
    return [
      `pressemitteilungen/2019/${day}-text-${index}.md`,
      `---\ntitle: Meldung ${index}\ndate: ${day}\n---\nText.\n`,
    ] as const;
  });
  const input = await aContentFolder(Object.fromEntries(releases));
  const target = join(await aTemporaryFolder(), "_site");
  const circumstances = { now: instantOf("2020-01-01 10:00"), code: "1", pathPrefix: "/" };
  await buildInto(target, input, circumstances);
  const kept = statSync(join(target, "pressemitteilungen/2019/01/11/text-1/index.html"));

  await writeFile(
    join(input, releases[30]?.[0] ?? ""),
    "---\ntitle: Geändert\ndate: 2019-04-10\n---\nNeu.\n",
  );
  const { written } = await buildInto(target, input, circumstances);
  expect(
    written.filter((path) => path.startsWith("pressemitteilungen/2019/") && path.includes("text-")).sort(),
  ).toEqual([
    "pressemitteilungen/2019/03/19/text-29/index.html",
    "pressemitteilungen/2019/04/10/text-30/index.html",
    "pressemitteilungen/2019/04/10/text-30/ninjs.json",
    "pressemitteilungen/2019/04/10/text-30/text.txt",
    "pressemitteilungen/2019/04/11/text-31/index.html",
  ]);
  expect(written.length).toBeLessThan(40);
  const now = statSync(join(target, "pressemitteilungen/2019/01/11/text-1/index.html"));
  expect([now.ino, now.mtimeMs]).toEqual([kept.ino, kept.mtimeMs]);

  expect((await buildInto(target, input, circumstances)).written.length).toBeLessThan(10);
});

it("A release is read again when its time stamps are the same but its bytes are not", async () => {
  const name = "pressemitteilungen/2019/2019-03-27-text.md";
  const input = await aContentFolder({ [name]: "---\ntitle: Alt\ndate: 2019-03-27\n---\nText.\n" });
  const target = join(await aTemporaryFolder(), "_site");
  const circumstances = { now: instantOf("2020-01-01 10:00"), code: "1", pathPrefix: "/" };
  const { atime, mtime } = statSync(join(input, name));
  await buildInto(target, input, circumstances);
  await writeFile(join(input, name), "---\ntitle: Neu\ndate: 2019-03-27\n---\nText.\n");
  utimesSync(join(input, name), atime, mtime);
  await buildInto(target, input, circumstances);
  expect(readFileSync(join(target, "pressemitteilungen/2019/03/27/text/index.html"), "utf8")).toContain(
    "Neu",
  );
});

it("A cache that an earlier version laid out otherwise is made anew", async () => {
  const name = "pressemitteilungen/2019/2019-03-27-text.md";
  const input = await aContentFolder({ [name]: "---\ntitle: Titel\ndate: 2019-03-27\n---\nText.\n" });
  const target = join(await aTemporaryFolder(), "_site");
  const circumstances = { now: instantOf("2020-01-01 10:00"), code: "1", pathPrefix: "/" };
  await buildInto(target, input, circumstances);
  const whole = filesBelow(target);
  const database = new DatabaseSync(cachePath(target));
  database.exec(
    "DROP TABLE file; CREATE TABLE file (path TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) STRICT",
  );
  database.close();
  const { written } = await buildInto(target, input, circumstances);
  expect(written.length).toBe(Object.keys(whole).length);
  expect(filesBelow(target)).toEqual(whole);
  expect((await buildInto(target, input, circumstances)).written.length).toBeLessThan(10);
});
