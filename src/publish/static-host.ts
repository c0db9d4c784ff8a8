import { type Answers, type HeaderRule, headerRules } from "./header-rules.ts";
import type { PackageText } from "./package-text.ts";
import type { Redirect } from "./redirect-rules.ts";
import type { ServedSite } from "./served-site.ts";

/** What a static host must know of the site's files beside its rules. */
export type SiteFolders = {
  /** Folders at the site's root, without short links: `["a-z", "assets", …]`. */
  readonly folders: readonly string[];
  /** Whether a page forwards at a path of a redirect already. */
  readonly hasPage: (path: string) => boolean;
};

/**
 * `_headers` and `_redirects` as Netlify, Cloudflare Pages and others read them.
 *
 * @example staticHostFiles(site, folders).map(({ path }) => path) → ["static-host/_headers", "static-host/_redirects"]
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 * @see https://docs.netlify.com/manage/routing/redirects/overview/
 */
export function staticHostFiles(site: ServedSite, folders: SiteFolders): PackageText[] {
  return [
    { path: "static-host/_headers", text: headersFile(site, folders) },
    { path: "static-host/_redirects", text: redirectsFile(site, folders) },
  ];
}

/**
 * Of two rules that fit one answer, Cloudflare sends both values and Netlify's documentation leaves it open. So no
 * header has two rules that fit: one that varies is set where it is special, and the policy in every folder by itself.
 */
function headersFile(site: ServedSite, { folders }: SiteFolders): string {
  const blocks = new Map<string, string[]>();
  const add = (pattern: string, { name }: HeaderRule, value: string) =>
    blocks.set(pattern, [...(blocks.get(pattern) ?? []), `  ${name}: ${value}`]);
  for (const rule of headerRules(site)) {
    const { cases, otherwise } = rule;
    if (cases.length === 0) add("/*", rule, otherwise ?? "");
    else if (rule.name === "Content-Security-Policy") {
      for (const [pattern, policy] of policies(rule, site.prefix, folders)) add(pattern, rule, policy);
    } else {
      for (const { of, value } of cases)
        for (const pattern of patterns(of, site.prefix)) add(pattern, rule, value);
    }
  }
  return [...blocks].map(([pattern, lines]) => `${[pattern, ...lines].join("\n")}\n`).join("\n");
}

function* policies(
  { cases, otherwise = "" }: HeaderRule,
  prefix: string,
  folders: readonly string[],
): Iterable<[pattern: string, policy: string]> {
  yield [prefix, otherwise];
  yield [`${prefix}404.html`, otherwise];
  for (const folder of folders) {
    const own = cases.find(({ of }) => "below" in of && of.below === `${prefix}${folder}/`);
    yield [`${prefix}${folder}/*`, own?.value ?? otherwise];
  }
}

function patterns(answers: Answers, prefix: string): string[] {
  if ("below" in answers) return [`${answers.below}*`];
  return answers.endings.map((ending) =>
    ending.startsWith("/") ? `${prefix}${ending.slice(1)}` : `/*${ending}`,
  );
}

/** First those without which an address leads nowhere, as hosts pass over what is beyond their limit. */
function redirectsFile({ redirects }: ServedSite, { hasPage }: SiteFolders): string {
  const [needed, others] = [false, true].map((isForwarded) =>
    redirects.filter(({ path, query }) => query === undefined && hasPage(path) === isForwarded),
  );
  const lines = [...(needed ?? []), ...(others ?? [])].map(line);
  return `# Cloudflare Pages nimmt 2.000 Zeilen, GitLab Pages 1.000; alte Adressen mit Abfrage (?id=…) kennen beide nicht.
${lines.join("")}`;
}

function line({ path, target }: Redirect): string {
  return `${encodeURI(path)} ${target} 301\n`;
}
