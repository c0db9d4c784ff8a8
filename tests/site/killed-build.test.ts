import { spawn } from "node:child_process";
import { hash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import fc from "fast-check";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Site } from "../../src/domain/site.ts";
import { buildIncrementally } from "../../src/incremental/incremental-build.ts";
import { startBuild } from "../fixtures/build-process.ts";
import { builtSite } from "../fixtures/built-site.ts";
import { aTemporaryFolder, OFFICE_FILES, releaseText } from "../fixtures/content-folder.ts";
import { ACCIDENT, type Accident } from "../fixtures/disk-accident.ts";

const RELEASES = "pressemitteilungen/2019";
const PHOTO = "photo: { file: foto.png, alt: Ein Feld, credit: Beispiel }";

/** Two states of the content: one release changes and loses its photo, one goes, one comes. */
const EDITIONS = {
  morning: {
    [`${RELEASES}/2019-03-27-titel.md`]: releaseText(`tags: [Integration]\n${PHOTO}`, "Am Morgen.\n"),
    [`${RELEASES}/2019-03-27-morgens.md`]: releaseText("places: [Soest]"),
    [`${RELEASES}/2019-03-27-abends.md`]: undefined,
  },
  evening: {
    [`${RELEASES}/2019-03-27-titel.md`]: releaseText("tags: [Gesundheit]", "Am Abend.\n"),
    [`${RELEASES}/2019-03-27-morgens.md`]: undefined,
    [`${RELEASES}/2019-03-27-abends.md`]: releaseText(PHOTO),
  },
} as const;
type Edition = keyof typeof EDITIONS;

// All tests share one target: each build finds what the accident before left behind.
let folder = "";
const content = () => join(folder, "content");
const target = () => join(folder, "web/_site");
/** What each edition is known by when all of it is there. */
const whole = new Map<string, Edition>();
/** What a build takes here and now, in milliseconds. */
let duration = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "newsroom-"));
  for (const [name, text] of Object.entries(OFFICE_FILES)) await put(name, text);
  const grey = { width: 40, height: 30, channels: 3, background: { r: 90, g: 90, b: 90 } } as const;
  await put(`${RELEASES}/foto.png`, await sharp({ create: grey }).png().toBuffer());
  for (const [edition, output] of [
    ["evening", join(folder, "fresh/_site")],
    ["morning", target()],
  ] as const) {
    await edit(edition);
    const before = performance.now();
    expect(await started(output).ended).toMatchObject({ code: 0 });
    duration = performance.now() - before;
    whole.set(await fingerprint(output), edition);
  }
  expect(whole.size).toBe(2);
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

async function put(name: string, text: string | Buffer): Promise<void> {
  await mkdir(dirname(join(content(), name)), { recursive: true });
  await writeFile(join(content(), name), text);
}

async function edit(edition: Edition): Promise<void> {
  for (const [name, text] of Object.entries(EDITIONS[edition])) {
    await (text === undefined ? rm(join(content(), name), { force: true }) : put(name, text));
  }
}

/** A build, which may meet with an accident. */
function started(output = target(), accident?: Accident, input = content()) {
  const preload = `--import=${new URL("../fixtures/disk-accident.ts", import.meta.url)}`;
  return startBuild([`--input=${input}`, `--output=${output}`], {
    SOURCE_DATE_EPOCH: "1795345200",
    ...(accident && { NODE_OPTIONS: preload, [ACCIDENT]: JSON.stringify(accident) }),
  });
}

/** The names and bytes of all files of a site. */
async function fingerprint(site: string): Promise<string> {
  const files = await builtSite(site).files();
  const prints = files.map(async (file) => `${file} ${hash("sha256", await readFile(join(site, file)))}`);
  return (await Promise.all(prints)).join("\n");
}

/** Which edition stands at the target, whole; or else how much of one. */
async function standing(): Promise<Edition | "none" | "part of one"> {
  return existsSync(target()) ? (whole.get(await fingerprint(target())) ?? "part of one") : "none";
}

/** Changes the content from what stands to the other edition, which a build is then to publish. */
async function news(): Promise<Readonly<{ before: Edition; after: Edition }>> {
  const before = await standing();
  expect(before).toMatch(/^(?:morning|evening)$/);
  const after = before === "morning" ? "evening" : "morning";
  await edit(after);
  return { before: before as Edition, after };
}

const killedAt = (call: Accident["call"], path: string): Accident => ({ call, path, fault: "SIGKILL" });

describe("A build that is killed leaves the old site whole", () => {
  it.each([
    ["as it begins to fill a new folder", killedAt("mkdir", "\\.neu-\\d+$")],
    ["as it links what has not changed", killedAt("link", "\\.neu-\\d+/")],
    ["as it takes out what has changed", killedAt("rm", "\\.neu-\\d+/index\\.html$")],
    ["at the first page", killedAt("writeFile", "\\.neu-\\d+/.*index\\.html$")],
    ["at the last of its files", killedAt("writeFile", "/stand\\.json$")],
    ["as it links what came out unchanged", killedAt("rename", "\\.neu-\\d+/")],
    ["as the old site is to step aside", killedAt("rename", "/_site\\.alt$")],
  ])("%s", async (_, accident) => {
    const { before } = await news();
    expect(await started(target(), accident).ended).toMatchObject({ signal: "SIGKILL" });
    expect(await standing()).toBe(before);
  });
});

it("A build that is killed between its two last steps is mended by the next, even one with faults in its content, also behind a link", async () => {
  const { before } = await news();
  const killed = await started(target(), killedAt("rename", "/_site$")).ended;
  expect([killed.signal, await standing()]).toEqual(["SIGKILL", "none"]);
  const link = join(folder, "link");
  await symlink(target(), link);
  await put(`${RELEASES}/2019-03-27-titel.md`, releaseText("tags: [Unfug]"));
  expect(await started(link).ended).toMatchObject({ code: 1 });
  expect(await standing()).toBe(before);
});

it("A build that is killed after its last step has published the new site whole", async () => {
  const { after } = await news();
  const killed = await started(target(), killedAt("rename", "/_site\\.vorrat$")).ended;
  expect([killed.signal, await standing()]).toEqual(["SIGKILL", after]);
});

it("A build that is killed at any moment leaves the old site or the new one, whole", async () => {
  const moments = fc.sample(fc.noBias(fc.nat({ max: 999 })), { numRuns: 8, seed: 8 });
  for (const moment of moments) {
    const { before, after } = await news();
    const build = started();
    const timer = setTimeout(() => build.kill("SIGKILL"), (moment / 1000) * duration);
    await build.ended;
    clearTimeout(timer);
    expect([before, after]).toContain(await standing());
  }
});

it.each([
  [
    "a page finds no room",
    { call: "writeFile", path: "\\.neu-\\d+/.*index\\.html$", fault: "ENOSPC: no space left on device" },
    "Der Datenträger ist voll",
  ],
  [
    "a picture cannot be copied",
    { call: "copyFile", path: "\\.neu-\\d+/.*\\.png$", fault: "EIO: i/o error" },
    "Der Datenträger meldet einen Fehler",
  ],
  [
    "the new site cannot take its place",
    { call: "rename", path: "/_site$", fault: "EIO: i/o error" },
    "Der Datenträger meldet einen Fehler",
  ],
] as const)("Where %s, the old site stays and the operator reads why", async (_, accident, fault) => {
  const { before } = await news();
  const { code, stderr } = await started(target(), accident).ended;
  expect([code, await standing()]).toEqual([1, before]);
  expect(stderr).toContain(`Abgebrochen: ${fault}`);
  expect(stderr).toContain(`Nichts geschrieben; ${target()} bleibt, wie es war.`);
});

describe("Two builds into one target", () => {
  it("that begin at once both end well, and mend all that was left by those before", async () => {
    const { before, after } = await news();
    const copy = join(folder, "copy");
    await cp(content(), copy, { recursive: true });
    await edit(before);
    const [one, two] = await Promise.all([started().ended, started(target(), undefined, copy).ended]);
    expect([one.code, two.code]).toEqual([0, 0]);
    expect([before, after]).toContain(await standing());
    expect((await readdir(dirname(target()))).sort()).toEqual(["_site", "_site.vorrat"]);
  });

  it("take turns, so that the site of the earlier cannot replace that of the later", async () => {
    const place = await aTemporaryFolder();
    const [first, second] = [claimant(place), claimant(place)];
    expect([await first.line(), await second.line()]).toEqual(["is here", "is here"]);
    first.stdin.write("claim\n");
    expect([await first.line(), await first.line()]).toEqual(["asks", "is first"]);
    second.stdin.write("claim\n");
    expect(await second.line()).toBe("asks");
    first.stdin.end("end\n");
    expect(await second.line()).toBe("is second");
    second.stdin.end("end\n");
  });
});

/** A process that claims a build's cache when told, and says whether another has ended before. */
function claimant(place: string) {
  const module = new URL("../../src/incremental/build-cache.ts", import.meta.url);
  const script = `import { existsSync, writeFileSync } from "node:fs";
    import { createInterface } from "node:readline";
    import { BuildCache } from ${JSON.stringify(module.href)};
    const ended = ${JSON.stringify(join(place, "ended"))};
    const cache = new BuildCache(${JSON.stringify(join(place, "cache.sqlite"))});
    console.log("is here");
    createInterface(process.stdin).on("line", (order) => {
      if (order === "end") {
        writeFileSync(ended, "");
        cache.close();
        return;
      }
      console.log("asks");
      cache.claim();
      console.log(existsSync(ended) ? "is second" : "is first");
    });`;
  const { stdin, stdout } = spawn(process.execPath, ["--input-type=module", "-e", script]);
  const lines = createInterface(stdout)[Symbol.asyncIterator]();
  return { stdin, line: async () => (await lines.next()).value };
}

it("A build after all that writes what a build from nothing writes, and leaves but its spare beside it", async () => {
  const { after } = await news();
  expect(await started().ended).toMatchObject({ code: 0 });
  expect(await standing()).toBe(after);
  expect((await readdir(dirname(target()))).sort()).toEqual(["_site", "_site.vorrat"]);
});

it("A build whose content cannot be read while its new folder is still being filled leaves no such folder", async () => {
  const reading = buildIncrementally<{ readonly site: Site }, never>({
    target: target(),
    code: "1",
    load: () => Promise.reject(new Error("Laufwerk getrennt")),
    filesOf: () => ({ releases: [], pages: [], outputs: [], copied: [] }),
    write: async () => new Map(),
  });
  await expect(reading).rejects.toThrow("Laufwerk getrennt");
  expect((await readdir(dirname(target()))).sort()).toEqual(["_site", "_site.vorrat"]);
});
