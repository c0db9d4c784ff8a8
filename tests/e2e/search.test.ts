import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readNewsroom } from "../../src/content/newsroom-reader.ts";
import { publicEdition } from "../../src/domain/edition.ts";
import { INDEX_FOLDER } from "../../src/domain/search-index-format.ts";
import { searchIndex } from "../../src/search/search-index.ts";
import { PROJECT_NOW, projectSite } from "../fixtures/project-site.ts";
import { type SiteServer, serveFolder } from "../fixtures/site-server.ts";
import { launchBrowser } from "./browser.ts";

/** The search below a path prefix, under the site's own policy. */
const PREFIX = "/presse/";
const site = projectSite({ PATH_PREFIX: PREFIX });
let browser: Browser;
let server: SiteServer;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveFolder(site().folder, PREFIX);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** What a page fetched and complained of while something was done there. */
type Visit = { readonly requests: string[]; readonly complaints: string[] };

async function search(query: string, use: (page: Page, visit: Visit) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const visit: Visit = { requests: [], complaints: [] };
  page.on("request", (request) => visit.requests.push(request.url()));
  page.on("console", (message) => visit.complaints.push(message.text()));
  page.on("pageerror", (error) => visit.complaints.push(error.message));
  await page.goto(`${server.origin}${PREFIX}suche/${query}`);
  await use(page, visit);
  await context.close();
}

const status = (page: Page) => page.getByRole("status");
const hits = (page: Page) => page.getByRole("main").getByRole("article");
const addressOf = (page: Page) => decodeURIComponent(new URL(page.url()).search.replaceAll("+", " "));

async function announced(page: Page, text: string | RegExp): Promise<void> {
  await status(page).getByText(text).waitFor();
}

describe("A reader at the search page", () => {
  it("searches with the keyboard alone, and the address says what for", async () => {
    await search("", async (page) => {
      const field = page.getByRole("searchbox");
      for (
        let press = 0;
        press < 30 && !(await field.evaluate((input) => input.matches(":focus")));
        press += 1
      ) {
        await page.keyboard.press("Tab");
      }
      await page.keyboard.type("Sirenen");
      await page.keyboard.press("Enter");
      await announced(page, "2 Treffer für „Sirenen“.");
      expect(addressOf(page)).toBe("?q=Sirenen");
      expect(await field.evaluate((input) => input.matches(":focus"))).toBe(true);
    });
  });

  it("sees the text as it was written, with what was asked for marked, inside compounds too", async () => {
    await search("?q=Gruppe&ort=werl", async (page) => {
      await announced(page, "1 Treffer für „Gruppe“ zu Werl.");
      expect(await hits(page).getByRole("link").textContent()).toBe(
        "Beispiel: Neue Selbsthilfegruppen suchen Mitstreiter",
      );
      expect(new Set(await hits(page).locator("mark").allTextContents())).toEqual(
        new Set(["Selbsthilfegruppen"]),
      );
      expect(await hits(page).textContent()).toContain(
        "wollen sich nach den Sommerferien regelmäßig treffen",
      );
      await hits(page).getByRole("link").click();
      expect(new URL(page.url()).pathname).toBe(
        `${PREFIX}pressemitteilungen/2023/06/21/beispiel-selbsthilfegruppen/`,
      );
    });
  });

  it("sees a photo's caption that was found, and no address of its file", async () => {
    await search("?q=Abendlicht", async (page) => {
      await announced(page, "1 Treffer für „Abendlicht“.");
      const [excerpt = ""] = await hits(page).locator(".card-teaser").allTextContents();
      expect(excerpt).toContain("Abendlicht am Dorfplatz Der Dorfplatz ist der Treffpunkt");
      expect(excerpt).not.toMatch(/https?:|Datei|Bildnachweis/);
    });
  });

  it("narrows down by topic, place and year, sees how many each would leave, and goes back", async () => {
    await search("?q=Dorf", async (page) => {
      await announced(page, "3 Treffer für „Dorf“.");
      await page.getByLabel("Thema", { exact: true }).selectOption("dorfwettbewerb");
      await announced(page, "2 Treffer für „Dorf“ zum Thema Dorfwettbewerb.");
      expect(await page.getByLabel("Ort", { exact: true }).textContent()).toContain("Welver (2)");
      expect(await page.getByLabel("Thema", { exact: true }).textContent()).toContain("Natur und Umwelt (2)");
      await page.getByLabel("Jahr", { exact: true }).selectOption("2024");
      await announced(page, "2 Treffer für „Dorf“ zum Thema Dorfwettbewerb aus dem Jahr 2024.");
      expect(addressOf(page)).toBe("?q=Dorf&thema=dorfwettbewerb&jahr=2024");
      await page.goBack();
      await page.goBack();
      await announced(page, "3 Treffer für „Dorf“.");
      expect(await page.getByLabel("Thema", { exact: true }).inputValue()).toBe("");
    });
  });

  it.each([
    ["goes back", (page: Page) => page.goBack()],
    [
      "empties the field",
      (page: Page) =>
        page
          .getByRole("searchbox")
          .fill("")
          .then(() => page.keyboard.press("Enter")),
    ],
  ])("who %s from a search without hits sees again how many each choice holds", async (_, leave) => {
    await search("", async (page) => {
      const counts = page.getByLabel("Thema", { exact: true });
      const atFirst = await counts.textContent();
      await page.getByRole("searchbox").fill("Xylophonverleih");
      await page.keyboard.press("Enter");
      await announced(page, "Keine Treffer");
      await leave(page);
      await expect.poll(() => status(page).textContent()).toBe("");
      expect(await counts.textContent()).toBe(atFirst);
    });
  });

  it("keeps what was typed when jumping to the content", async () => {
    await search("?q=Dorf", async (page) => {
      await announced(page, "3 Treffer für „Dorf“.");
      await page.getByRole("searchbox").fill("Dorfladen");
      await page.getByRole("link", { name: "Zum Inhalt springen" }).press("Enter");
      await page.waitForURL("**#inhalt");
      expect(await page.getByRole("searchbox").inputValue()).toBe("Dorfladen");
    });
  });

  it("has the newest first when asked to, and everything on a topic without a word", async () => {
    await search("?thema=tempokontrollen&sortierung=datum", async (page) => {
      await announced(page, "2 Treffer zum Thema Tempokontrollen.");
      expect(await hits(page).getByRole("time").allTextContents()).toEqual(["20.11.2026", "13.11.2026"]);
    });
    await search("?q=Kreis&sortierung=datum", async (page) => {
      await announced(page, /Treffer für „Kreis“/);
      const days = await hits(page)
        .locator("time")
        .evaluateAll((times) => times.map((time) => time.getAttribute("datetime")));
      expect(days).toEqual(days.toSorted().reverse());
    });
  });

  it("gets more hits a key press away, with the focus on the first of them", async () => {
    await search("?q=Kreis", async (page) => {
      await announced(page, /; 10 davon werden gezeigt/);
      await page.getByRole("button", { name: "Weitere Treffer" }).press("Enter");
      await expect.poll(() => hits(page).count()).toBeGreaterThan(10);
      expect(addressOf(page)).toBe("?q=Kreis&zeigen=20");
      expect(
        await hits(page)
          .nth(10)
          .getByRole("link")
          .evaluate((link) => link.matches(":focus")),
      ).toBe(true);
    });
  });

  it.each([
    [
      "a word that stands nowhere",
      "?q=Soest Quantencomputer",
      "„Quantencomputer“ steht in keiner Pressemitteilung.",
    ],
    [
      "a word that is only the beginning of others",
      "?q=tempokontr",
      "gesucht wurde, was so endet oder beginnt",
    ],
    ["words of every text alone", "?q=der die das", "Solche Wörter stehen in jedem Text."],
    ["a sign that is no word", "?q=%25", "Zeichen allein lassen sich nicht suchen."],
    ["a picture of a face", "?q=😀", "Zeichen allein lassen sich nicht suchen."],
    [
      "words that never stand together",
      "?q=kita+kindergarten",
      "Diese Wörter stehen in keiner Pressemitteilung zusammen.",
    ],
    [
      "joined words that never do",
      "?q=Kita-Kindergarten",
      "„Kita-Kindergarten“ steht in keiner Pressemitteilung.",
    ],
  ])("is told of %s", async (_, query, told) => {
    await search(query, (page) => announced(page, told));
  });

  it.each([
    [
      "the words that stand somewhere",
      "Glasfaser für Häuser, Xylophone und Quarks",
      ["Nach „Glasfaser Häuser“ suchen"],
    ],
    ["whole words", "Warstein arst", ["Nach „Warstein“ suchen"]],
    ["each word, where they never stand together", "28 km", ["„28“", "„km“"]],
    ["nothing, where no word stands anywhere", "Xylophone und Quarks", []],
  ])("who finds nothing is offered %s", async (_, query, offered) => {
    await search(`?q=${encodeURIComponent(query)}`, async (page) => {
      await announced(page, "Keine Treffer");
      const ways = status(page).getByRole("link");
      expect(await ways.allTextContents()).toEqual(offered);
      for (const way of await ways.all()) {
        const address = (await way.getAttribute("href")) ?? "";
        await search(address.slice(address.indexOf("?")), (found) => announced(found, /^[1-9]/));
      }
    });
  });

  it("finds no plan where there is none, and nothing withdrawn or yet to come", async () => {
    for (const word of ["Plan", "Tierseuche", "Wanderkarte", "Wasserstände"]) {
      await search(`?q=${word}`, (page) => announced(page, `Keine Treffer für „${word}“.`));
    }
  });

  it("is told when the search cannot be loaded, and keeps the lists", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route("**/suche/index/**", (route) => route.abort());
    await page.goto(`${server.origin}${PREFIX}suche/?q=Kita`);
    await announced(page, "Die Suche konnte nicht geladen werden.");
    expect(await page.getByRole("link", { name: "Kita" }).isVisible()).toBe(true);
    await context.close();
  });

  it("has no search field without JavaScript", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.origin}${PREFIX}suche/?q=Kita`);
    expect(await page.getByRole("searchbox").count()).toBe(0);
    expect(await page.locator("noscript p").isVisible()).toBe(true);
    await context.close();
  });
});

it("The page for a wrong address takes the site's own path for no word of it", async () => {
  await search("../radroute-neu/", async (page) => {
    expect(await page.getByRole("searchbox").inputValue()).toBe("radroute neu");
  });
});

describe("The search page", () => {
  it("fetches nothing of the index before a reader reaches for it", async () => {
    await search("", async (page, { requests }) => {
      await page.waitForLoadState("networkidle");
      expect(requests.filter((url) => url.includes("/suche/index/"))).toEqual([]);
      await page.getByRole("searchbox").focus();
      await expect.poll(() => requests.some((url) => url.endsWith("/suche/index/pagefind.js"))).toBe(true);
    });
  });

  it("stays on its host and below its path, and breaks no policy of its own", async () => {
    await search("?q=Kreis&jahr=2023", async (page, { requests, complaints }) => {
      await announced(page, /Treffer für „Kreis“ aus dem Jahr 2023/);
      expect(requests.filter((url) => !url.startsWith(`${server.origin}${PREFIX}`))).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });
});

describe("A reader of an archive whose years are volumes of their own", () => {
  beforeAll(async () => {
    const now = Number(PROJECT_NOW) * 1000;
    const reading = await readNewsroom("content", now);
    if ("problems" in reading) throw new Error("The project's content has problems");
    const { folder } = site();
    await rm(join(folder, INDEX_FOLDER), { recursive: true });
    const edition = publicEdition(reading.newsroom.releases, now);
    const cacheFolder = join(folder, "..", "suche");
    await searchIndex({ ...reading.newsroom, edition }, { cacheFolder, fewest: 1 }).write(folder);
  });

  it("finds, counts and orders the same in all of them together", async () => {
    await search("?q=Dorf", async (page, { complaints }) => {
      await announced(page, "3 Treffer für „Dorf“.");
      await page.getByLabel("Thema", { exact: true }).selectOption("dorfwettbewerb");
      await announced(page, "2 Treffer für „Dorf“ zum Thema Dorfwettbewerb.");
      expect(await page.getByLabel("Jahr", { exact: true }).textContent()).toContain("2024 (2)");
      await hits(page).getByRole("link").first().click();
      expect(new URL(page.url()).pathname).toMatch(`${PREFIX}pressemitteilungen/2024/`);
      expect(complaints).toEqual([]);
    });
    await search("?q=Kreis&sortierung=datum&zeigen=30", async (page) => {
      await announced(page, /Treffer für „Kreis“/);
      const days = await hits(page)
        .locator("time")
        .evaluateAll((times) => times.map((time) => time.getAttribute("datetime")));
      expect(new Set(days.map((day) => day?.slice(0, 4))).size).toBeGreaterThan(4);
      expect(days).toEqual(days.toSorted().reverse());
    });
  });

  it("is told of a word that stands in none of them, with the others left to search for", async () => {
    await search("?q=Soest Quantencomputer", async (page) => {
      await announced(page, "„Quantencomputer“ steht in keiner Pressemitteilung.");
    });
  });
});
