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
 * and comes back by itself once they are mended.
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
  config.setWatchThrottleWaitTime(settle);
  config.setServerOptions({ middleware: [showProblems], domDiff: false });
}
