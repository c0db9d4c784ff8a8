import { type Answers, headerRules, PAGE_CACHING } from "./header-rules.ts";
import { MEDIA_TYPES, OTHER_TYPE } from "./media-types.ts";
import { NEWSROOM_FOLDER, type PackageText } from "./package-text.ts";
import { addressOf, hasQuery, type Redirect } from "./redirect-rules.ts";
import type { ServedSite } from "./served-site.ts";

/**
 * Caddy's configuration (Caddy 2.6 and later): a `Caddyfile` to start from, and what it imports.
 *
 * @example caddyFiles(site).map(({ path }) => path) → ["caddy/Caddyfile", "caddy/newsroom.caddy"]
 */
export function caddyFiles(site: ServedSite): PackageText[] {
  return [
    { path: "caddy/Caddyfile", text: caddyfile(site) },
    { path: "caddy/newsroom.caddy", text: siteRules(site) },
  ];
}

function caddyfile({ host, isEncrypted }: ServedSite): string {
  return `# Caddy holt und erneuert das TLS-Zertifikat selbst, wo die Adresse mit https:// beginnt.
{
	admin {$NEWSROOM_ADMIN:localhost:2019}
}

{$NEWSROOM_ADDRESS:${isEncrypted ? "https" : "http"}://${host}} {
	root * {$NEWSROOM:${NEWSROOM_FOLDER}}/site
	import newsroom.caddy
}
`;
}

function siteRules(site: ServedSite): string {
  return `# Erzeugt von „npm run package“; Änderungen hier gehen verloren.
route {
	header -Server
${headers(site)}

	@unknown_method not method GET HEAD
	handle @unknown_method {
		header Allow "GET, HEAD"
		respond 405
	}

${redirectTables(site.redirects).map(redirectTable).join("\n")}
	@hidden {
		path_regexp /\\.
		not path */.well-known/*
	}
	error @hidden 404
${contentTypes()}
	file_server {
		precompressed br gzip
	}
}

handle_errors {
	header Cache-Control "${PAGE_CACHING}"
	header Content-Type "text/html; charset=utf-8"
	header -Access-Control-Allow-Origin
	@missing expression {err.status_code} in [403, 404]
	handle @missing {
		rewrite * ${site.prefix}404.html
		file_server {
			precompressed br gzip
			status 404
		}
	}
}
`;
}

/** The value of most answers first: of directives in a route, the later ones win. */
function headers(site: ServedSite): string {
  const lines: string[] = [];
  for (const { name, cases, otherwise } of headerRules(site)) {
    if (otherwise !== undefined) lines.push(`	header ${name} "${otherwise}"`);
    for (const [index, { of, value }] of [...cases.entries()].reverse()) {
      const matcher = `@${name.toLowerCase()}_${index + 1}`;
      lines.push(`	${matcher} ${pathMatcher(of)}`, `	header ${matcher} ${name} "${value}"`);
    }
  }
  return lines.join("\n");
}

function contentTypes(): string {
  return [
    `	header Content-Type "${OTHER_TYPE}"`,
    "	@folder path */",
    `	header @folder Content-Type "text/html; charset=utf-8"`,
    ...MEDIA_TYPES.flatMap(({ endings, type }, index) => [
      `	@type_${index + 1} ${pathMatcher({ endings })}`,
      `	header @type_${index + 1} Content-Type "${type}"`,
    ]),
  ].join("\n");
}

function pathMatcher(answers: Answers): string {
  return "below" in answers
    ? `path ${answers.below}*`
    : `path ${answers.endings.map((ending) => `*${ending}`).join(" ")}`;
}

/** Redirects that are looked up together, and a regular expression whose first group is the path to look up. */
type RedirectTable = {
  readonly pattern: string;
  readonly source: string;
  readonly entries: readonly Redirect[];
};

/** From how many redirects on a folder gets a table of its own. */
const MANY = 100;

/**
 * Caddy compares the entries of a table one by one. So a folder that many addresses share has a table of its own,
 * which only requests for that folder go through; pages that are read every day pass by.
 */
function redirectTables(redirects: readonly Redirect[]): RedirectTable[] {
  const tables = (entries: readonly Redirect[], source: string): RedirectTable[] => {
    const folders = [...Map.groupBy(entries, folderOf)];
    const shared = folders.filter(([, own]) => own.length >= MANY);
    const rest = folders.flatMap(([, own]) => (own.length < MANY ? own : []));
    return [
      ...shared.map(([folder, own]) => ({ pattern: `${escaped(folder)}[^/]+?`, source, entries: own })),
      ...(rest.length > 0 ? [{ pattern: ".*?", source, entries: rest }] : []),
    ];
  };
  return [
    ...tables(redirects.filter(hasQuery), "?{query}"),
    ...tables(
      redirects.filter((redirect) => !hasQuery(redirect)),
      "",
    ),
  ];
}

function redirectTable({ pattern, source, entries }: RedirectTable, index: number): string {
  const asked = `asked_${index + 1}`;
  const target = `newsroom_target_${index + 1}`;
  return `	@${asked} path_regexp ${asked} ^(${pattern})(?:/index\\.html|/)?$
	route @${asked} {
		map {re.${asked}.1}${source} {${target}} {
${entries.map((entry) => `			"${addressOf(entry)}" ${entry.target}`).join("\n")}
			default ""
		}
		@${target} expression {${target}} != ""
		redir @${target} {${target}} 301
	}
`;
}

/** @example folderOf({ path: "/a/1.php", target: "/x/" }) → "/a/" */
function folderOf({ path }: Redirect): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** A text as a regular expression that fits it alone (RE2); what it must not hold has been left out before. */
function escaped(text: string): string {
  return text.replace(/[.*+?^|()[\]]/g, "\\$&");
}
