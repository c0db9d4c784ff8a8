import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editingPage } from "../../layouts/editing-page.ts";
import type { EditingHost } from "../../src/domain/office.ts";
import { builtSite } from "../fixtures/built-site.ts";
import { runCommand } from "../fixtures/command.ts";
import { aTemporaryFolder, OFFICE_FILES } from "../fixtures/content-folder.ts";
import { anOffice, aSite } from "../fixtures/newsroom.ts";
import { type SiteServer, serveFolder } from "../fixtures/site-server.ts";
import { aPicture } from "../photos/pictures.ts";
import { launchBrowser } from "./browser.ts";
import { contentOf, layDownContent, offerFolder, takeContent } from "./browser-folder.ts";

/** The editing page below a path prefix, as a static host serves it. */
const PREFIX = "/presse/";
const PAGE = `${PREFIX}redaktion/`;
/** A name that leads to this machine and is none that a machine calls itself by. */
const ELSEWHERE = "newsroom.test";

/** How long a busy machine may take for a step, in milliseconds. */
const PATIENCE = 30_000;

const OLD_RELEASE = "pressemitteilungen/2019/2019-03-27-alte-sache.md";
const CONTENT = {
  ...OFFICE_FILES,
  [OLD_RELEASE]: [
    "---",
    "# Ein Kommentar.",
    "title: 'Beispiel: Alte Sache'",
    "date: 2019-03-27",
    "contact: { name: Beispielstelle, phone: 02921/303200 }",
    "photo: { file: alt.jpg, alt: Zwei Farben, credit: 'Foto: Beispielperson/ Kreis Soest' }",
    "---",
    "",
    "Ein *alter* Text mit `Zeichen` und 1.232 Zahlen.",
    "",
    "| Tag | Zeit |",
    "| --- | --- |",
    "| Montag | 8 Uhr |",
    "",
  ].join("\n"),
};

let folder = "";
let browser: Browser;
let server: SiteServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "newsroom-"));
  const photo = await aPicture(640, 480).jpeg().toBuffer();
  for (const [name, data] of Object.entries({ ...CONTENT, [`${dirname(OLD_RELEASE)}/alt.jpg`]: photo })) {
    const path = join(folder, "content", name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, data);
  }
  await buildSite(join(folder, "content"), join(folder, "_site"));
  server = await serveFolder(join(folder, "_site"), PREFIX);
  browser = await launchBrowser([`--host-resolver-rules=MAP ${ELSEWHERE} 127.0.0.1`]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function buildSite(input: string, output: string): Promise<void> {
  const { code, stdout, stderr } = await runCommand(
    "build",
    [`--input=${input}`, `--output=${output}`, "--no-search"],
    { PATH_PREFIX: PREFIX, SOURCE_DATE_EPOCH: "1795345200" },
  );
  if (code !== 0) throw new Error(`The site cannot be built:\n${stdout}${stderr}`);
}

/** What a page asked other hosts for, and what it complained of. */
type Visit = { readonly strangers: string[]; readonly complaints: string[] };

/** Opens the editing page in a tall window, as the CMS renders only those fields that are in sight. */
async function visit(
  use: (page: Page, visit: Visit) => Promise<void>,
  origin = server.origin,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 4000 }, locale: "en-US" });
  const page = await context.newPage();
  const seen: Visit = { strangers: [], complaints: [] };
  page.on("request", (request) => {
    const isOwn = request.url().startsWith(origin) || /^(?:blob|data):/.test(request.url());
    if (!isOwn) seen.strangers.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") seen.complaints.push(message.text());
  });
  page.on("pageerror", (error) => seen.complaints.push(error.message));
  await offerFolder(page);
  await use(page, seen);
  await context.close();
}

/** Opens the list of releases of a project folder that holds the test's content. */
async function openProject(page: Page): Promise<void> {
  await page.goto(`${server.origin}${PREFIX}404.html`);
  await layDownContent(page, join(folder, "content"));
  await page.goto(`${server.origin}${PAGE}`);
  await page.getByRole("button", { name: "Mit dem Projekt auf diesem Rechner arbeiten" }).click();
  await newRelease(page).waitFor();
}

const newRelease = (page: Page) => page.locator("button[data-label=Neu]");
const field = (page: Page, name: string) => page.getByRole("textbox", { name: new RegExp(`\\(${name}\\)`) });
const date = (page: Page) => page.locator("input[type=datetime-local]").first();
const add = (page: Page, what: string) =>
  page.getByRole("button", { name: new RegExp(`${what}.* hinzufügen`) });
const save = (page: Page) => page.getByRole("button", { name: "Speichern" }).click();

/** Fills in the first field as a hand would that is slower than the form, and until its counter has counted. */
async function fillTitle(page: Page, title: string): Promise<void> {
  const counter = page.getByRole("group", { name: /\(title\)/ }).getByText(`${title.length} / 160`);
  await expect
    .poll(
      async () => {
        await field(page, "title").fill(title);
        return counter.isVisible();
      },
      { timeout: PATIENCE, interval: 500 },
    )
    .toBe(true);
}

/** Saves and waits until the list is back. */
async function saved(page: Page): Promise<void> {
  await save(page);
  await newRelease(page).waitFor();
}

/** Saves and answers what the page has against it. */
async function refusal(page: Page): Promise<string> {
  await save(page);
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByText("noch nicht gespeichert").waitFor();
  const text = (await dialog.textContent()) ?? "";
  await dialog.getByRole("button", { name: "OK" }).click();
  return text;
}

async function choosePhoto(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Durchsuchen" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Hochladen" }).waitFor();
  const buffer = await aPicture(800, 600).jpeg().toBuffer();
  await dialog.locator("input[type=file]").setInputFiles({ name, mimeType: "image/jpeg", buffer });
  await dialog.getByRole("button", { name: "Einfügen", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

describe("An editor at the editing page", { timeout: 6 * PATIENCE }, () => {
  it("writes a release with a photo, is told what is missing, and what is saved passes the check and is built", async () => {
    await visit(async (page, { strangers, complaints }) => {
      await openProject(page);
      const before = await contentOf(page);
      await newRelease(page).click();
      await fillTitle(page, "Beispiel: Großes Fest „Öl & Müll“ in Möhnesee");
      await date(page).fill("2026-11-10T08:05");
      await page.getByRole("checkbox", { name: "Gesundheit" }).click();
      await page.getByRole("checkbox", { name: "Möhnesee" }).click();
      await page.getByRole("textbox", { name: "Text", exact: true }).click();
      await page.keyboard.type("Der erste Absatz: {{ title }} & „Zitat“.\nDer zweite Absatz.");
      await add(page, "Foto").click();
      await choosePhoto(page, "Großes Foto (1).JPG");

      await save(page);
      await page.getByText("Dieses Feld ist erforderlich.").waitFor();
      await field(page, "credit").fill("Foto: Beispielperson/ Kreis Soest");
      expect(await refusal(page)).toContain(
        "photos[0].alt: fehlt. Erwartet wird ein Satz, was auf dem Foto zu sehen ist",
      );
      expect([...(await contentOf(page)).keys()]).toEqual([...before.keys()]);

      await field(page, "alt").fill("Zwei Farben nebeneinander.");
      await saved(page);
      const after = await contentOf(page);
      const added = [...after.keys()].filter((path) => !before.has(path));
      expect(added.sort()).toEqual([
        "pressemitteilungen/2026/2026-11-10-beispiel-grosses-fest-oel-muell-in-moehnesee.md",
        "pressemitteilungen/2026/grosses-foto-1.jpg",
      ]);
      expect(after.get(added[0] ?? "")?.toString()).toMatchInlineSnapshot(`
        "---
        title: 'Beispiel: Großes Fest „Öl & Müll“ in Möhnesee'
        date: 2026-11-10 08:05
        tags:
          - Gesundheit
        places:
          - Möhnesee
        photos:
          - file: grosses-foto-1.jpg
            alt: Zwei Farben nebeneinander.
            credit: 'Foto: Beispielperson/ Kreis Soest'
        ---

        Der erste Absatz: {{ title }} & „Zitat“.

        Der zweite Absatz.
        "
      `);

      const project = await aTemporaryFolder();
      await takeContent(page, join(project, "content"));
      const checked = await runCommand("check", [`--input=${join(project, "content")}`]);
      expect(checked).toMatchObject({ code: 0 });
      await buildSite(join(project, "content"), join(project, "_site"));
      const release = await builtSite(join(project, "_site")).page(
        "/pressemitteilungen/2026/11/10/beispiel-grosses-fest-oel-muell-in-moehnesee/",
      );
      expect(release("main").text()).toContain("Der erste Absatz: {{ title }} & „Zitat“.");
      expect(release("main img").attr("alt")).toBe("Zwei Farben nebeneinander.");
      expect(release("main").text()).toContain("Beispielperson");

      expect(strangers).toEqual([]);
      expect(complaints).toEqual([]);
      // What the local preview's live reload needs, which would reload the page under the editor's hands.
      expect(await page.evaluate<boolean>('"WebSocket" in globalThis')).toBe(false);
    });
  });

  it("corrects an old release, changes nothing else in it, and cannot move it to another day without its file", async () => {
    await visit(async (page) => {
      await openProject(page);
      await page.getByText("Beispiel: Alte Sache").click();
      await field(page, "title").first().waitFor();
      await add(page, "Berichtigung").click();
      await field(page, "note").fill("Eine Zahl war falsch.");
      await saved(page);
      const text = (await contentOf(page)).get(OLD_RELEASE)?.toString();
      expect(text?.replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/, "HEUTE")).toMatchInlineSnapshot(`
        "---
        title: 'Beispiel: Alte Sache'
        date: 2019-03-27
        photos:
          - file: alt.jpg
            alt: Zwei Farben
            credit: 'Foto: Beispielperson/ Kreis Soest'
        contact:
          name: Beispielstelle
          phone: 02921/303200
        corrections:
          - date: HEUTE
            note: Eine Zahl war falsch.
        ---

        Ein _alter_ Text mit \`Zeichen\` und 1.232 Zahlen.

        | Tag | Zeit |
        | --- | --- |
        | Montag | 8 Uhr |
        "
      `);

      await page.getByText("Beispiel: Alte Sache").click();
      await field(page, "title").first().waitFor();
      await date(page).fill("2019-03-28T10:00");
      expect(await refusal(page)).toContain(
        "date: Der Tag 2019-03-28 ist nicht der im Dateinamen (2019-03-27).",
      );
    });
  });

  it("learns away from the own machine that no Git host is set up yet", async () => {
    const origin = server.origin.replace("127.0.0.1", ELSEWHERE);
    await visit(async (page, { strangers }) => {
      await page.goto(`${origin}${PAGE}`);
      await page.getByText("noch keine Git-Plattform eingerichtet").waitFor();
      expect(await page.getByRole("button").count()).toBe(0);
      expect(strangers).toEqual([]);
    }, origin);
  });

  const HOSTS: readonly [EditingHost, string][] = [
    [{ host: "github", repo: "kreis/newsroom" }, "https://api.github.com"],
    [{ host: "gitlab", repo: "kreis/presse/newsroom", appId: "beispiel" }, "https://gitlab.com"],
    [{ host: "gitea", repo: "kreis/newsroom", url: "https://git.example.org" }, "https://git.example.org"],
  ];
  it.each(HOSTS)("signs in at the host of $host with a token, and asks no other", async (redaktion, host) => {
    const site = aSite({ office: anOffice({ redaktion }) }, { pathPrefix: PREFIX });
    await visit(async (page, { strangers }) => {
      await page.route(`${server.origin}${PAGE}`, (route) =>
        route.fulfill({ contentType: "text/html", body: editingPage(site).toString() }),
      );
      await page.route(`${host}/**`, (route) =>
        route.fulfill({
          status: 401,
          headers: { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*" },
        }),
      );
      await page.goto(`${server.origin}${PAGE}`);
      await page.getByRole("button", { name: "Mit Zugriffstoken anmelden" }).click();
      await page.getByRole("textbox").fill("beispiel");
      await page.getByRole("button", { name: "Anmelden", exact: true }).click();
      await page.getByRole("alert").locator("visible=true").waitFor();
      await expect.poll(() => strangers.length, { timeout: PATIENCE }).toBeGreaterThan(0);
      expect(strangers.filter((url) => !url.startsWith(host))).toEqual([]);
    });
  });
});

describe("The editing page", () => {
  it("brings its fonts along, and names none elsewhere", async () => {
    const site = builtSite(join(folder, "_site"));
    const files = (await site.files()).filter((path) => path.startsWith("redaktion/"));
    expect(files.filter((path) => path.endsWith(".woff2"))).toHaveLength(3);
    const scripts = await Promise.all(files.filter((path) => path.endsWith(".js")).map(site.text));
    expect(scripts.filter((script) => script.includes("cdn.jsdelivr.net/fontsource/fonts/source"))).toEqual(
      [],
    );
  });

  it("says without JavaScript what to do, and asks search engines to stay away", async () => {
    const page = await builtSite(join(folder, "_site")).page("/redaktion/");
    expect(page("html").attr("lang")).toBe("de");
    expect(page("noscript").text()).toContain("braucht JavaScript");
    expect(page("meta[name=robots]").attr("content")).toBe("noindex");
  });
});
