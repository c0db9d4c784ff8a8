import type { StandingRelease } from "./archive-plan.ts";

/**
 * What an import must know of a release that the target holds already, read from the first lines of its file.
 *
 * @example standingRelease("pressemitteilungen/2019/x.md", "---\npressId: kso.2019.03.27.134.sm/-rn\n…") → { path: …, pressId: "kso.2019.03.27.134.sm/-rn", redirects: [] }
 */
export function standingRelease(path: string, text: string): StandingRelease {
  const head = /^---\n([\s\S]*?)\n---/.exec(text.replace(/\r\n/g, "\n"))?.[1] ?? "";
  const pressId = /^pressId:\s*['"]?([^'"\s#]+)/m.exec(head)?.[1];
  const list = /^redirectFrom:\s*\n((?:\s+- .*\n?)+)/m.exec(head)?.[1] ?? "";
  const redirects = [...list.matchAll(/^\s+- ['"]?([^'"\s]+)/gm)].map(([, value = ""]) => value);
  return { path, ...(pressId !== undefined && { pressId }), redirects };
}
