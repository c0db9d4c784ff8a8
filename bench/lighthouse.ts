import lighthouse from "lighthouse";
import { launchBrowser } from "../tests/e2e/browser.ts";
import { serveFolder } from "../tests/fixtures/site-server.ts";
import { median } from "./statistics.ts";

/** The pages that readers meet first, and what each stands for. */
export const LIGHTHOUSE_PAGES = [
  ["Start", "/"],
  ["Pressemitteilung", "/pressemitteilungen/2019/03/27/gemeinsam-klappts/"],
  ["Galerie", "/pressemitteilungen/2024/06/18/beispiel-dorfwettbewerb-rundreise/"],
  ["Liste", "/pressemitteilungen/"],
  ["Suche", "/suche/"],
] as const;

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const DEBUGGING_PORT = 9_223;

/** A row of the table: a page and the median score of each category, 0 to 100. */
export type LighthouseRow = { readonly page: string } & Readonly<Record<(typeof CATEGORIES)[number], number>>;

/**
 * Scores the pages of a built site with Lighthouse's own phone: a slow processor and network, simulated.
 *
 * @param folder a built site
 * @param runs how often each page is scored
 */
export async function lighthouseScores(
  folder: string,
  pages: readonly (readonly [page: string, address: string])[],
  runs: number,
): Promise<LighthouseRow[]> {
  const browser = await launchBrowser([`--remote-debugging-port=${DEBUGGING_PORT}`]);
  const server = await serveFolder(folder);
  const rows: LighthouseRow[] = [];
  for (const [page, address] of pages) {
    const scores: number[][] = [];
    for (let run = 0; run < runs; run += 1) {
      const result = await lighthouse(`${server.origin}${address}`, {
        port: DEBUGGING_PORT,
        logLevel: "error",
      });
      scores.push(
        CATEGORIES.map((category) => Math.round((result?.lhr.categories[category]?.score ?? 0) * 100)),
      );
    }
    const [performance, accessibility, bestPractices, seo] = CATEGORIES.map((_, index) =>
      median(scores.map((score) => score[index] ?? 0)),
    ) as [number, number, number, number];
    rows.push({ page, performance, accessibility, "best-practices": bestPractices, seo });
  }
  await server.close();
  await browser.close();
  return rows;
}
