import { rm } from "node:fs/promises";
import type { EleventyConfig, Middleware } from "@11ty/eleventy";
import { problemsPage } from "../../layouts/problems.ts";
import { siteSourceOf } from "./site-source.ts";

/** Options of {@link previewPlugin}. */
export type PreviewPluginOptions = {
  /** Time in milliseconds in which further changes join the first, as editors save several files at once. */
  readonly settle: number;
};

const defaults = { settle: 50 } satisfies PreviewPluginOptions;

/**
 * What only the local preview needs: while the content has problems, every page tells them instead of itself,
 * and comes back by itself once they are mended. A page whose file was deleted goes too.
 */
export function previewPlugin(config: EleventyConfig, options: Partial<PreviewPluginOptions> = {}): void {
  const { settle } = { ...defaults, ...options };
  const source = siteSourceOf(config);
  const showProblems: Middleware = (request, response, next) => {
    const problems = source.problems();
    const isPage = /\/(?:[?#]|$)|\.html(?:[?#]|$)/.test(request.url ?? "");
    if (problems.length === 0 || !isPage) return next();
    response.statusCode = 500;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(problemsPage(problems).toString());
  };
  let written: ReadonlySet<string> = new Set();
  config.on("eleventy.after", async ({ runMode, results = [] }) => {
    if (runMode === "build") return;
    const pages = new Set(results.map(({ outputPath }) => outputPath));
    const gone = [...written].filter((path) => !pages.has(path));
    await Promise.all(gone.map((path) => rm(path, { force: true })));
    written = pages;
  });
  config.setWatchThrottleWaitTime(settle);
  config.setServerOptions({ middleware: [showProblems], domDiff: false });
}
