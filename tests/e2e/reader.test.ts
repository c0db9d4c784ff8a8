import { readFileSync } from "node:fs";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pagination } from "../../layouts/partials/pagination.ts";
import { renderMarkdown } from "../../src/markdown/newsroom-markdown.ts";
import { aSite } from "../fixtures/newsroom.ts";
import { projectSite } from "../fixtures/project-site.ts";
import { type SiteServer, serveFolder } from "../fixtures/site-server.ts";
import { launchBrowser } from "./browser.ts";

const site = projectSite();
let browser: Browser;
let server: SiteServer;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveFolder(site().folder);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const RELEASE = "/pressemitteilungen/2019/03/27/gemeinsam-klappts/";

/** One address for each kind of page. */
const KINDS = [
  ["the start page", "/"],
  ["the real release", RELEASE],
  ["a release with a gallery", "/pressemitteilungen/2024/06/18/beispiel-dorfwettbewerb-rundreise/"],
  ["a release with corrections", "/pressemitteilungen/2025/05/20/beispiel-sirenen-probealarm/"],
  ["a release with a table", "/pressemitteilungen/2026/11/10/beispiel-oeffnungszeiten/"],
  ["a release with appointments", "/pressemitteilungen/2026/05/19/beispiel-kreisarchiv-fuehrungen/"],
  ["a withdrawn release", "/pressemitteilungen/2025/09/09/beispiel-tierseuche/"],
  ["the list", "/pressemitteilungen/"],
  ["a month", "/pressemitteilungen/2019/03/"],
  ["the topics", "/themen/"],
  ["a topic", "/themen/integration/"],
  ["the places", "/orte/"],
  ["a place", "/orte/bad-sassendorf/"],
  ["the A–Z", "/a-z/"],
  ["the appointments", "/termine/"],
  ["the search", "/suche/"],
  ["what a search found", "/suche/?q=Kreis"],
  ["the open data", "/daten/"],
  ["the authenticity", "/echtheit/"],
  ["the accessibility statement", "/barrierefreiheit/"],
  ["Leichte Sprache", "/leichte-sprache/"],
  ["the page for a wrong address", "/404.html"],
] as const;

type View = { readonly width: number; readonly scheme?: "light" | "dark"; readonly javaScript?: boolean };

/** Opens a page in a fresh browser context, does something there and closes it. */
async function visit<Answer>(
  address: string,
  view: View,
  ask: (page: Page) => Promise<Answer>,
): Promise<Answer> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: 800 },
    colorScheme: view.scheme ?? "light",
    javaScriptEnabled: view.javaScript ?? true,
    // axe must be brought into a page whose own policy forbids it.
    bypassCSP: view.javaScript ?? true,
  });
  const page = await context.newPage();
  await page.goto(`${server.origin}${address}`);
  const answer = await ask(page);
  await context.close();
  return answer;
}

/** What axe finds against WCAG 2.2 A and AA and its best practices, as `rule: element`. */
async function barriers(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  const rules = JSON.stringify(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, { runOnly: ${rules} })`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

describe("axe finds no barrier", () => {
  it.each(KINDS)("on %s, on a desk in the light and on a phone in the dark", async (_, address) => {
    expect(await visit(address, { width: 1280 }, barriers)).toEqual([]);
    expect(await visit(address, { width: 390, scheme: "dark" }, barriers)).toEqual([]);
  });
});

/** The stylesheet as it applies to a reader who has followed every link, which no script may ask a browser about. */
const ALL_VISITED = readFileSync("src/client/style.css", "utf8").replaceAll(":visited", ":any-link");

/** Of all texts those below 4.5 : 1 (WCAG 2.2, 1.4.3), with those that axe would leave to a person: short or unseen. */
async function illegible(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  const { violations, incomplete } = await page.evaluate<axe.AxeResults>(
    `axe.run(document, { runOnly: ["color-contrast"] })`,
  );
  return [...violations, ...incomplete].flatMap(({ nodes }) =>
    nodes.filter(({ any }) => any[0]?.data.contrastRatio < 4.5).map(({ html }) => html),
  );
}

describe("To a reader who has followed every link", () => {
  it.each(["light", "dark"] as const)("each of them stays legible in the %s scheme", async (scheme) => {
    const found = await visit("/pressemitteilungen/", { width: 1280, scheme }, async (page) => {
      await page.route("**/style.css", (route) =>
        route.fulfill({ contentType: "text/css", body: ALL_VISITED }),
      );
      await page.reload();
      const pages = pagination({ address: "/pressemitteilungen/", number: 2, total: 3 }, aSite());
      await page.locator("main").evaluate((main, html) => {
        main.innerHTML += html;
      }, String(pages));
      return illegible(page);
    });
    expect(found).toEqual([]);
  });
});

describe("A narrow window, or 400 % zoom", () => {
  it.each(KINDS)("needs no sideways scrolling on %s", async (_, address) => {
    const overflow = await visit(address, { width: 320 }, (page) =>
      page.evaluate<number>("document.documentElement.scrollWidth - innerWidth"),
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

/** Puts a text in the place of a release's own. */
async function showText(page: Page, markdown: string): Promise<void> {
  await page.locator(".text").evaluate((text, html) => {
    text.innerHTML = html;
  }, renderMarkdown(markdown).html);
}

describe("A code block", () => {
  it("wraps its lines, as what scrolls sideways is out of a keyboard's reach", async () => {
    const found = await visit(RELEASE, { width: 390 }, async (page) => {
      await showText(page, `    minisign -Vm SHA256SUMS -P ${"RWQf6LRCGA9i53ml".repeat(8)}`);
      return barriers(page);
    });
    expect(found).toEqual([]);
  });
});

describe("No page", () => {
  it("asks another host for anything, sets a cookie, stores anything or breaks its own policy", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const strangers: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(server.origin)) strangers.push(request.url());
    });
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    for (const [, address] of KINDS)
      await page.goto(`${server.origin}${address}`, { waitUntil: "networkidle" });
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate<number>("localStorage.length + sessionStorage.length")).toBe(0);
    await context.close();
  });
});

/** Style, width and element of the focus, to be asked in the page. */
const FOCUS_OUTLINE = `(() => {
  const style = getComputedStyle(document.activeElement);
  return [style.outlineStyle, style.outlineWidth, document.activeElement.outerHTML.slice(0, 80)].join(" ");
})()`;

/** In CSS pixels, between the margins of the stylesheet. */
const TEXT_WIDTH_ON_A4 = 624;

describe("A reader", () => {
  it("gets from the start page to a release, its topic and back, without JavaScript", async () => {
    await visit("/", { width: 390, javaScript: false }, async (page) => {
      await page.getByRole("link", { name: "Alle Pressemitteilungen" }).click();
      expect(new URL(page.url()).pathname).toBe("/pressemitteilungen/");
      await page.goto(`${server.origin}${RELEASE}`);
      await page.getByRole("main").getByRole("link", { name: "Integration", exact: true }).click();
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Integration");
      await page.getByRole("link", { name: /Gemeinsam klappt/ }).click();
      expect(new URL(page.url()).pathname).toBe(RELEASE);
    });
  });

  it.each([
    ["Fluechtlinge", "Integration: „Gemeinsam klappt’s“"],
    ["klappt´s", "Integration: „Gemeinsam klappt’s“"],
    ["klappt`s", "Integration: „Gemeinsam klappt’s“"],
    ["kso.2019.03.27.134", "Integration: „Gemeinsam klappt’s“"],
    ["27.03.2019", "Integration: „Gemeinsam klappt’s“"],
    ["März 2019", "Integration: „Gemeinsam klappt’s“"],
    ["Kontrollen", "Beispiel: Tempokontrollen in der 47. Kalenderwoche"],
  ])("finds by %s what is meant", async (words, title) => {
    await visit(`/suche/?q=${encodeURIComponent(words)}`, { width: 390 }, async (page) => {
      await page.getByRole("status").getByText("Treffer").waitFor();
      const titles = await page.getByRole("main").getByRole("heading", { level: 3 }).allTextContents();
      expect(titles.map((found) => found.replaceAll("\u00A0", " "))).toContain(title);
    });
  });

  it("is told when nothing is found, and finds a way on without the search", async () => {
    await visit("/suche/?q=Xylophonverleih", { width: 390 }, async (page) => {
      await page.getByRole("status").getByText("Keine Treffer").waitFor();
    });
    await visit("/suche/", { width: 390, javaScript: false }, async (page) => {
      await page.getByRole("main").getByRole("link", { name: "Integration" }).click();
      expect(new URL(page.url()).pathname).toBe("/themen/integration/");
    });
  });

  it.each([
    ["its words", "/pressemitteilungen/detailansicht/gemeinsam-klappts-1107350.php", "gemeinsam klappts"],
    ["its umlauts", "/x/%C3%A4mter/", "ämter"],
    ["its umlauts as old sites wrote them", "/x/%E4mter/", "ämter"],
    ["a sign that escapes nothing", "/rabatt/100%/", "rabatt 100%"],
    ["the day of its press ID", "/kso.2024.06.18.999/", "kso.2024.06.18"],
  ])("meets in the search field of the page for a wrong address %s", async (_, address, words) => {
    await visit(address, { width: 390 }, async (page) => {
      expect(await page.getByRole("searchbox").inputValue()).toBe(words);
    });
  });

  it("finds by a short link with a wrong number what was published that day", async () => {
    await visit("/kso.2024.06.18.999/", { width: 390 }, async (page) => {
      await page.getByRole("searchbox").press("Enter");
      await page.getByRole("status").getByText("1 Treffer").waitFor();
    });
  });

  it("follows the short link of a press ID to its release", async () => {
    await visit("/kso.2019.03.27.134/", { width: 390, javaScript: false }, async (page) => {
      await page.waitForURL(`${server.origin}${RELEASE}`);
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Gemeinsam klappt’s");
    });
  });

  it("jumps over the navigation with the first press of the Tab key", async () => {
    await visit(RELEASE, { width: 1280 }, async (page) => {
      await page.keyboard.press("Tab");
      const first = await page.evaluate<string>("document.activeElement.textContent");
      expect(first).toBe("Zum Inhalt springen");
      await page.keyboard.press("Enter");
      expect(await page.evaluate<string>("document.activeElement.tagName")).toBe("MAIN");
    });
  });

  it("sees where the keyboard is, on every link of a release", async () => {
    await visit(RELEASE, { width: 1280 }, async (page) => {
      const links = await page.getByRole("link").count();
      const seen = () => page.evaluate<number>("new Set(globalThis.seen).size");
      await page.evaluate("globalThis.seen = []");
      for (let press = 0; press < 2 * links && (await seen()) < links; press += 1) {
        await page.keyboard.press("Tab");
        await page.evaluate(
          "document.activeElement.matches('a') && globalThis.seen.push(document.activeElement)",
        );
        const outline = await page.evaluate<string>(FOCUS_OUTLINE);
        expect(outline).toMatch(/^(?:solid|auto|dashed|double) [1-9]/);
      }
      expect(await seen()).toBe(links);
    });
  });

  it("copies the text of a release and its short link with one click each", async () => {
    await visit(RELEASE, { width: 1280 }, async (page) => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const clipboard = () => page.evaluate<string>("navigator.clipboard.readText()");
      await page.getByRole("button", { name: "Text kopieren" }).click();
      await page.getByRole("status").getByText("Kopiert").waitFor();
      expect(await clipboard()).toContain(
        "Kreis Soest (kso.2019.03.27.134.sm/-rn). Soest und Bad Sassendorf",
      );
      await page.getByRole("button", { name: "Kurzlink kopieren" }).click();
      await expect.poll(clipboard).toBe("https://presse.kreis-soest.example/kso.2019.03.27.134/");
    });
  });

  it("copies a text within the click, as Safari copies nothing later, while it is still on its way", async () => {
    await visit(RELEASE, { width: 1280 }, async (page) => {
      await page.route("**/text.txt", () => {});
      const asked = await page.evaluate<boolean>(`(() => {
        let asked = false;
        navigator.clipboard.write = navigator.clipboard.writeText = async () => { asked = true; };
        document.querySelector("[data-copy] .button").click();
        return asked;
      })()`);
      expect(asked).toBe(true);
    });
  });

  it("copies with a browser that takes no text still on its way, too", async () => {
    await visit(RELEASE, { width: 1280 }, async (page) => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.evaluate("delete globalThis.ClipboardItem");
      await page.getByRole("button", { name: "Text kopieren" }).click();
      await page.getByRole("status").getByText("Kopiert").waitFor();
      expect(await page.evaluate<string>("navigator.clipboard.readText()")).toContain(
        "Soest und Bad Sassendorf",
      );
    });
  });

  it("is told when a text cannot be copied", async () => {
    await visit(RELEASE, { width: 1280 }, async (page) => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.route("**/text.txt", (route) => route.fulfill({ status: 404 }));
      await page.getByRole("button", { name: "Text kopieren" }).click();
      await page.getByRole("status").getByText("Kopieren ging nicht").waitFor();
    });
  });

  it("hears of each copy, from an element that was there before and is silent afterwards", async () => {
    await visit(RELEASE, { width: 1280 }, async (page) => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const heard = page.getByRole("status");
      expect(await heard.textContent()).toBe("");
      for (const _ of ["once", "again"]) {
        await page.getByRole("button", { name: "Kurzlink kopieren" }).click();
        await heard.getByText("Kopiert").waitFor();
        await expect.poll(() => heard.textContent(), { timeout: 6_000 }).toBe("");
      }
    });
  });

  it("prints a release as a press release: title, text and contact, no navigation", async () => {
    await visit(RELEASE, { width: 800 }, async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
      expect(await page.getByText("Pressestelle Kreis Soest").first().isVisible()).toBe(true);
      for (const navigation of await page.getByRole("navigation").all())
        expect(await navigation.isVisible()).toBe(false);
    });
  });

  it("prints a wide table with all its columns on A4", async () => {
    const columns = [
      "Gemeinde",
      "Einwohner",
      "Haushalte",
      "Schulen",
      "Kindergärten",
      "Feuerwehren",
      "Büchereien",
      "Sportplätze",
    ];
    const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const table = [columns, columns.map(() => "--"), columns.map((column) => `${column} 12.345`)].map(row);
    await visit(RELEASE, { width: TEXT_WIDTH_ON_A4 }, async (page) => {
      await page.emulateMedia({ media: "print" });
      await showText(page, table.join("\n"));
      const right = await page.locator("table").evaluate((printed) => printed.getBoundingClientRect().right);
      expect(right).toBeLessThanOrEqual(TEXT_WIDTH_ON_A4);
    });
  });

  it("prints what a button was for and not the button, and what was folded open alone", async () => {
    await visit(RELEASE, { width: TEXT_WIDTH_ON_A4 }, async (page) => {
      const folded = page.getByText("Echtheit prüfen").and(page.locator("summary"));
      await page.getByRole("button", { name: "Kurzlink kopieren" }).waitFor();
      await page.emulateMedia({ media: "print" });
      expect(await page.getByRole("button").count()).toBe(0);
      expect(await page.getByText("/kso.2019.03.27.134/").isVisible()).toBe(true);
      expect(await folded.isVisible()).toBe(false);
      await page.locator("details").evaluate((details) => details.setAttribute("open", ""));
      expect(await folded.isVisible()).toBe(true);
    });
  });
});
