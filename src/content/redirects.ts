import { archiveAddress, shortLinkAddress } from "../domain/address.ts";
import { formatShortPressId } from "../domain/press-id.ts";
import { type Problem, quoted } from "../domain/problem.ts";
import { servedPath } from "../domain/served-path.ts";
import { monthOf, type ReleaseClaims } from "./release-claims.ts";

/** Where this site has files of its own, whatever it holds today: a list may get a second page, a year its data. */
const RESERVED = [
  /^\/(?:\.well-known|assets|daten|pagefind|redaktion|suche)(?:\/|$)/,
  /^\/(?:favicon\.svg|apple-touch-icon\.png|feed\.css|sitemap-[^/]*\.xml|SHA256SUMS[^/]*)(?:\/|$)/,
  /^\/pressemitteilungen(?:\/\d{4}(?:\/\d{2})?)?\/seite(?:\/|$)/,
  /^\/(?:themen|orte)\/[^/]+\/seite(?:\/|$)/,
  /^\/(?:(?:themen\/[^/]+|pressemitteilungen(?:\/[^/]+){4})\/)?teilen\.png(?:\/|$)/,
  /\/index\.html\//,
];

/**
 * Old addresses at which something else stands: a page or file of this site, another release's old address, or a folder
 * that a file of one of these needs.
 *
 * @param fixed addresses that stand whatever the archive holds
 */
export function redirectProblems(claims: readonly ReleaseClaims[], fixed: readonly string[]): Problem[] {
  const wanted = new Set(
    claims.flatMap(({ redirectFrom }) => redirectFrom.flatMap((path) => (path ? servedPath(path) : []))),
  );
  if (wanted.size === 0) return [];
  const taken = takenPaths(claims, fixed, wanted);
  const claimed = new Map<string, string>();
  const folders = new Map<string, string>();
  return claims.flatMap((claim) =>
    claim.redirectFrom.flatMap((written, index) => {
      if (written === undefined) return [];
      const path = servedPath(written);
      const earlier = claimed.get(path) ?? clash(path, claimed, folders);
      const owner = ownerOf(path, taken);
      if (!claimed.has(path)) claimed.set(path, claim.shownAs);
      for (const folder of foldersAbove(path)) folders.set(folder, claim.shownAs);
      const report = (message: string) => {
        const place = claim.places.redirectFrom[index] ?? claim.places.file;
        return [{ ...place, message: `${quoted(written)} ${message}` }];
      };
      if (owner !== undefined)
        return report(`ist schon vergeben: ${owner}. Erwartet wird eine Adresse, die es nicht mehr gibt.`);
      if (earlier !== undefined)
        return report(`führt schon zu ${earlier}. Erwartet wird jede alte Adresse nur einmal.`);
      return [];
    }),
  );
}

/** What the site has at wanted paths and above them, each with whose it is. */
type TakenPaths = {
  readonly paths: ReadonlyMap<string, string>;
  /** Those below which nothing else can stand: files, and folders of releases. */
  readonly whole: ReadonlyMap<string, string>;
};

function ownerOf(path: string, { paths, whole }: TakenPaths): string | undefined {
  const above = foldersAbove(path).find((folder) => whole.has(folder));
  const isReserved = RESERVED.some((reserved) => reserved.test(path));
  return paths.get(path) ?? whole.get(above ?? path) ?? (isReserved ? "dieser Newsroom" : undefined);
}

function takenPaths(
  claims: readonly ReleaseClaims[],
  fixed: readonly string[],
  wanted: ReadonlySet<string>,
): TakenPaths {
  const paths = new Map<string, string>();
  const whole = new Map<string, string>();
  const above = new Set([...wanted].flatMap(foldersAbove));
  const take = (path: string, owner: string) => {
    if (wanted.has(path)) paths.set(path, owner);
  };
  const takeWhole = (path: string, owner: string) => {
    if (wanted.has(path) || above.has(path)) whole.set(path, owner);
  };
  const months = new Set(claims.flatMap((claim) => monthOf(claim) ?? []));
  for (const { address, shownAs, pressId } of claims) {
    if (address !== undefined) takeWhole(withoutSlash(address), shownAs);
    if (pressId !== undefined) take(withoutSlash(shortLinkAddress(formatShortPressId(pressId))), shownAs);
  }
  const periods = [...months].flatMap((month) => [month.slice(0, 4), month]);
  for (const address of [...fixed, ...periods.map(archiveAddress)])
    (address.endsWith("/") ? take : takeWhole)(servedPath(address), "eine Seite dieses Newsrooms");
  return { paths, whole };
}

/** The served path of a page of this site, whose address has nothing else to read. */
function withoutSlash(address: string): string {
  return address.slice(0, -1);
}

/** Who claimed what cannot stand beside a path: a page `/alt.html` and an address below `/alt.html/`. */
function clash(
  path: string,
  claimed: ReadonlyMap<string, string>,
  folders: ReadonlyMap<string, string>,
): string | undefined {
  const pageAbove = foldersAbove(path).find((folder) => folder.endsWith(".html") && claimed.has(folder));
  if (pageAbove !== undefined) return claimed.get(pageAbove);
  return path.endsWith(".html") ? folders.get(path) : undefined;
}

/** @example foldersAbove("/a/b/c") → ["/a", "/a/b"] */
function foldersAbove(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(2).map((_, index) => parts.slice(0, index + 2).join("/"));
}
