import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { expect, it, onTestFinished } from "vitest";
import { PROJECT, startBuild } from "../fixtures/build-process.ts";
import { builtSite } from "../fixtures/built-site.ts";
import { OFFICE_FILES, releaseText } from "../fixtures/content-folder.ts";

/** What belongs to a clone and is built from; libraries are linked. */
const CLONED = ["src", "layouts", "public", ".eleventy.ts", "package.json", "package-lock.json"];
const OTHER_MACHINE = new URL("../fixtures/other-machine.ts", import.meta.url);

it("Two clones in two folders, on machines of other time zone, language, home, rights and order of files, one with its caches, make the same site, byte by byte", async () => {
  const folder = await mkdtemp(join(tmpdir(), "newsroom-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
  const files = Object.entries(await contentFiles());
  await writeFiles(join(folder, "inhalt"), files);
  await writeFiles(join(folder, "b/Kopie von content"), files.toReversed());
  const clone = join(folder, "b/klon");
  for (const name of CLONED) await cp(join(PROJECT, name), join(clone, name), { recursive: true });
  await symlink(join(PROJECT, "node_modules"), join(clone, "node_modules"));
  await mkdir(join(folder, "heim"));

  const [one, other] = [join(folder, "_site"), join(folder, "b/oeffentlich")];
  const here = { ...EPOCH, TZ: "UTC", LANG: "C", LC_ALL: "C" };
  const there = {
    ...EPOCH,
    TZ: "Asia/Kathmandu",
    LANG: "tr_TR.UTF-8",
    LC_ALL: "tr_TR.UTF-8",
    HOME: join(folder, "heim"),
    NODE_OPTIONS: `--import=${OTHER_MACHINE}`,
  };
  const buildHere = (output: string) =>
    startBuild([`--input=${join(folder, "inhalt")}`, `--output=${output}`], here).ended;
  const ends = await Promise.all([
    buildHere(join(folder, "fuellt-den-zwischenspeicher")).then(() => buildHere(one)),
    startBuild(["--input=../Kopie von content", "--output=../oeffentlich"], there, clone).ended,
  ]);
  for (const { code, stderr } of ends) expect(code, stderr).toBe(0);

  const names = await builtSite(one).files();
  expect(await builtSite(other).files()).toEqual(names);
  const isSame = async (name: string) =>
    (await readFile(join(one, name))).equals(await readFile(join(other, name)));
  const differing = await Promise.all(names.map(async (name) => ((await isSame(name)) ? [] : [name])));
  expect(differing.flat()).toEqual([]);

  // The other machine was another one, and what is easily told apart was there to be compared.
  expect((await stat(join(other, "index.html"))).mode & 0o777).toBe(0o600);
  for (const kind of [/\.webp$/, /\.jpg$/, /\.png$/, /\.pdf$/, /^suche\/index\//, /^redaktion\//])
    expect(
      names.filter((name) => kind.test(name)),
      String(kind),
    ).not.toEqual([]);
});

/** 2026-11-22T12:00 in Berlin. */
const EPOCH = { SOURCE_DATE_EPOCH: "1795345200" };

async function contentFiles(): Promise<Readonly<Record<string, string | Buffer>>> {
  const noise = { type: "gaussian", mean: 120, sigma: 30 } as const;
  const photo = sharp({ create: { width: 900, height: 600, channels: 3, background: "black", noise } });
  const release = (name: string, matter: string) => ({
    [`pressemitteilungen/2019/2019-03-27-${name}.md`]: releaseText(
      matter,
      `${name}: Integration in Izmir, Ilvese und Straßen.\n`,
    ),
  });
  return {
    ...OFFICE_FILES,
    ...release("titel", "tags: [Integration]\nphoto: { file: foto.jpg, alt: Ein Feld, credit: Beispiel }"),
    ...release("ilan", "places: [Möhnesee]\nattachments: [{ file: plan.pdf, title: Plan }]"),
    ...release("termin", "events: [{ title: Fest, start: 2026-12-31 23:00 }]\nredirectFrom: [/alt/termin]"),
    "pressemitteilungen/2019/foto.jpg": await photo.jpeg().toBuffer(),
    "pressemitteilungen/2019/plan.pdf": Buffer.from("%PDF-1.4 Beispiel"),
  };
}

async function writeFiles(folder: string, files: readonly (readonly [string, string | Buffer])[]) {
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}
