import lighthouse from "lighthouse";
import { launchBrowser } from "../tests/e2e/browser.ts";
import { serveFolder } from "../tests/fixtures/site-server.ts";

/** The pages that readers meet first, and what each stands for. */
const PAGES = [
  ["Start", "/"],
  ["Pressemitteilung", "/pressemitteilungen/2019/03/27/gemeinsam-klappts/"],
  ["Galerie", "/pressemitteilungen/2024/06/18/beispiel-dorfwettbewerb-rundreise/"],
  ["Liste", "/pressemitteilungen/"],
  ["Suche", "/suche/"],
] as const;

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const RUNS = 3;
const DEBUGGING_PORT = 9_223;

/** A row of the table: a page and the median score of each category, 0 to 100. */
export type LighthouseRow = { readonly page: string } & Readonly<Record<(typeof CATEGORIES)[number], number>>;

/**
 * Scores the pages of a built site with Lighthouse's own phone: a slow processor and network, simulated.
 *
 * @param folder a built site
 */
export async function lighthouseScores(folder: string): Promise<LighthouseRow[]> {
  const browser = await launchBrowser([`--remote-debugging-port=${DEBUGGING_PORT}`]);
  const server = await serveFolder(folder);
  const rows: LighthouseRow[] = [];
  for (const [page, address] of PAGES) {
    const runs: number[][] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const result = await lighthouse(`${server.origin}${address}`, {
        port: DEBUGGING_PORT,
        logLevel: "error",
      });
      runs.push(
        CATEGORIES.map((category) => Math.round((result?.lhr.categories[category]?.score ?? 0) * 100)),
      );
    }
    const medians = CATEGORIES.map((category, index) => [
      category,
      median(runs.map((scores) => scores[index] ?? 0)),
    ]);
    rows.push({ page, ...Object.fromEntries(medians) });
  }
  await server.close();
  await browser.close();
  return rows;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

if (import.meta.main) console.table(await lighthouseScores("_site"));
