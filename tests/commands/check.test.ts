import { describe, expect, it } from "vitest";
import { runCommand } from "../fixtures/command.ts";
import { aContentFolder, RELEASE_FILE, releaseText } from "../fixtures/content-folder.ts";

describe("npm run check", () => {
  it("says that all is well, and ends with 0", async () => {
    const folder = await aContentFolder({ [RELEASE_FILE]: releaseText() });
    const { code, stdout, stderr } = await runCommand("check", [`--input=${folder}`]);
    expect([code, stdout, stderr]).toEqual([0, "Alles in Ordnung: 1 Pressemitteilung, 7 Seiten.\n", ""]);
  });

  it("prints one line for each problem of each file, counts them, and ends with 1", async () => {
    const folder = await aContentFolder({
      [RELEASE_FILE]: releaseText("tags: [Integratoin]\nplaces: [Möhnsee]"),
      "pressemitteilungen/2019/2019-03-28-b.md": "---\ndate: 2019-03-28\n---\nText.\n",
    });
    const { code, stdout } = await runCommand("check", [`--input=${folder}`]);
    expect(code).toBe(1);
    expect(stdout.replaceAll(folder, "content")).toMatchInlineSnapshot(`
      "content/pressemitteilungen/2019/2019-03-27-titel.md:4:8 tags[0]: „Integratoin“ steht nicht in themen.yaml. Gemeint ist wohl „Integration“.
      content/pressemitteilungen/2019/2019-03-27-titel.md:5:10 places[0]: „Möhnsee“ steht nicht in orte.yaml. Gemeint ist wohl „Möhnesee“.
      content/pressemitteilungen/2019/2019-03-28-b.md:1:1 title: fehlt. Erwartet: Die Überschrift, eine Zeile, höchstens 160 Zeichen.

      3 Probleme in 2 Dateien.
      "
    `);
  });

  it("repeats the problems as annotations on GitHub Actions", async () => {
    const folder = await aContentFolder({ [RELEASE_FILE]: releaseText("tags: [Integratoin]") });
    const { stdout } = await runCommand("check", [`--input=${folder}`], { GITHUB_ACTIONS: "true" });
    expect(stdout.replaceAll(folder, "content").split("\n")[1]).toMatchInlineSnapshot(
      `"::error file=content/pressemitteilungen/2019/2019-03-27-titel.md,line=4,col=8,title=tags[0]::„Integratoin“ steht nicht in themen.yaml. Gemeint ist wohl „Integration“."`,
    );
  });

  it.each([
    {
      args: ["--inptu=content"],
      says: "Die Option „--inptu“ gibt es nicht. Gemeint ist wohl --input. Möglich sind: --input=…, --advice.",
    },
    { args: ["-h"], says: "Die Option „-h“ gibt es nicht. Möglich sind: --input=…, --advice." },
    { args: ["--advice=ja"], says: "--advice nimmt keinen Wert. Möglich sind: --input=…, --advice." },
    {
      args: ["content"],
      says: "Geprüft wird immer alles; einzelne Dateien und Ordner gehen nur mit --advice.",
    },
    {
      args: ["--advice", "README.md"],
      says: "README.md ist keine Pressemitteilung und kein Ordner mit solchen.",
    },
  ])("ends with 2 and says what is possible where it is called $args", async ({ args, says }) => {
    expect(await runCommand("check", args)).toMatchObject({ code: 2, stderr: `Falscher Aufruf: ${says}\n` });
  });

  it("finds nothing wrong with the project's own content", async () => {
    const { code, stdout } = await runCommand("check", []);
    expect([code, stdout]).toEqual([0, expect.stringContaining("Alles in Ordnung")]);
  });
});
