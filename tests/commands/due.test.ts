import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { due } from "../../src/commands/due.ts";
import { runCommand as runToExitCode, type Terminal } from "../../src/commands/terminal.ts";
import { runCommand } from "../fixtures/command.ts";
import { aContentFolder, aTemporaryFolder, RELEASE_FILE, releaseText } from "../fixtures/content-folder.ts";
import { instantOf } from "../fixtures/newsroom.ts";

const LATER = "pressemitteilungen/2030/2030-03-27-spaeter.md";
const CONTENT = {
  [RELEASE_FILE]: releaseText(
    "photo: { credit: Beispiel, until: 2026-11-30 }\nwithdrawn: { date: 2026-12-24 12:00, reason: Beispiel }",
  ),
  [LATER]: "---\ntitle: Später\ndate: 2030-03-27 10:00\nnoindex: true\n---\nText.\n",
  "pressemitteilungen/2030/2030-03-28-entwurf.md":
    "---\ntitle: Nie\ndate: 2030-03-28\ndraft: true\n---\nText.\n",
};

/** What the command prints and ends with at a time, file names as below the content folder. */
async function dueAt(now: string, args: readonly string[] = [], content: Record<string, string> = CONTENT) {
  const input = await aContentFolder(content);
  const [printed, errors]: [string[], string[]] = [[], []];
  const clean = (line: string) => line.replaceAll(`${input}/`, "");
  const terminal: Terminal = {
    args: [`--input=${input}`, ...args],
    environment: {},
    clock: () => instantOf(now),
    print: (line) => printed.push(clean(line)),
    printError: (line) => errors.push(clean(line)),
  };
  return { code: await runToExitCode(due, terminal), printed, errors };
}

describe("npm run due", () => {
  it("names all that the clock will do, soonest first, so that the first column can be read by a program", async () => {
    expect(await dueAt("2026-11-22 12:00")).toMatchInlineSnapshot(`
      {
        "code": 0,
        "errors": [],
        "printed": [
          "2026-12-01T00:00:00+01:00	Foto entfällt	pressemitteilungen/2019/2019-03-27-titel.md",
          "2026-12-24T12:00:00+01:00	Zurückziehung	pressemitteilungen/2019/2019-03-27-titel.md",
          "2027-01-01T01:00:00+01:00	security.txt läuft bald ab",
          "2030-03-27T10:00:00+01:00	Veröffentlichung	pressemitteilungen/2030/2030-03-27-spaeter.md",
        ],
      }
    `);
  });

  it.each([
    ["a moment of the site's own stand", "2030-03-27T08:59:59Z"],
    ["seconds since 1970", "1900832399"],
    ["Berlin's wall clock", "2030-03-27 09:59:59"],
  ])("names what has fallen due since a build, told as %s", async (_, since) => {
    const { code, printed } = await dueAt("2030-03-27 10:00", [`--since=${since}`]);
    expect([code, printed]).toEqual([0, [`2030-03-27T10:00:00+01:00\tVeröffentlichung\t${LATER}`]]);
  });

  it.each([
    ["one second before", "2030-03-27 09:00", "2030-03-27 09:59:59"],
    ["once a build has seen it", "2030-03-27 10:00", "2030-03-27 18:00"],
    ["when the clock was set back", "2031-01-01", "2030-12-31"],
  ])("prints nothing where nothing is due: %s", async (_, since, now) => {
    expect(await dueAt(now, [`--since=${since}`])).toEqual({ code: 0, printed: [], errors: [] });
  });

  it("ends with 1 where the content has problems, and prints none of them where a program reads", async () => {
    const { code, printed, errors } = await dueAt("2026-11-22", [], {
      [RELEASE_FILE]: releaseText("tags: [Unfug]"),
    });
    expect([code, printed]).toEqual([1, []]);
    expect(errors.join("\n")).toContain("„Unfug“ steht nicht in themen.yaml");
  });

  it("ends with 2 for a time that is none", async () => {
    const { code, errors } = await dueAt("2026-11-22", ["--since=gestern"]);
    expect([code, errors]).toEqual([2, [expect.stringContaining("Erwartet werden Sekunden seit 1970")]]);
  });
});

describe("npm run build", () => {
  it("says when the next release appears, and as of when the site stands, but not both in the site", async () => {
    const input = await aContentFolder(CONTENT);
    const output = join(await aTemporaryFolder(), "_site");
    const { stdout } = await runCommand("build", [`--input=${input}`, `--output=${output}`, "--no-search"], {
      SOURCE_DATE_EPOCH: "1795345200",
    });
    expect(stdout.replaceAll(`${input}/`, "")).toContain(
      `Nächste Veröffentlichung: Mittwoch, 27. März 2030, 10:00 Uhr (${LATER})\n`,
    );
    const stand: unknown = JSON.parse(await readFile(join(output, "daten/stand.json"), "utf8"));
    expect(stand).toEqual({ builtAt: "2026-11-22T11:00:00Z" });
  });
});
