import { answersPattern, type HeaderRule, headerRules } from "./header-rules.ts";
import { MEDIA_TYPES, OTHER_TYPE } from "./media-types.ts";
import { NEWSROOM_FOLDER, type PackageText } from "./package-text.ts";
import { addressOf, hasQuery, type Redirect } from "./redirect-rules.ts";
import type { ServedSite } from "./served-site.ts";

/**
 * nginx's configuration (nginx 1.18 and later): a virtual host to start from, and what it includes.
 *
 * @param stands whether the site has a page or file at a path, without trailing slash
 * @example nginxFiles(site, stands).map(({ path }) => path) → ["nginx/newsroom.conf", "nginx/http.conf", "nginx/server.conf"]
 */
export function nginxFiles(site: ServedSite, stands: (path: string) => boolean): PackageText[] {
  return [
    { path: "nginx/newsroom.conf", text: virtualHost(site) },
    { path: "nginx/http.conf", text: httpRules(site, stands) },
    { path: "nginx/server.conf", text: serverRules(site) },
  ];
}

function virtualHost({ host }: ServedSite): string {
  const name = host.replace(/:\d+$/, "");
  return `# Vorlage: Name und Zertifikat anpassen, nach /etc/nginx/sites-enabled/ legen.
include ${NEWSROOM_FOLDER}/nginx/http.conf;

server {
	listen 80;
	listen [::]:80;
	server_name ${name};
	return 301 https://${name}$request_uri;
}

server {
	listen 443 ssl http2;
	listen [::]:443 ssl http2;
	server_name ${name};
	ssl_certificate /etc/letsencrypt/live/${name}/fullchain.pem;
	ssl_certificate_key /etc/letsencrypt/live/${name}/privkey.pem;
	ssl_protocols TLSv1.2 TLSv1.3;

	root ${NEWSROOM_FOLDER}/site;
	include ${NEWSROOM_FOLDER}/nginx/server.conf;
}
`;
}

/** What nginx takes outside of servers alone: tables, by which headers and redirects are looked up. */
function httpRules(site: ServedSite, stands: (path: string) => boolean): string {
  const { redirects } = site;
  const keys = redirects.map((redirect) => new TextEncoder().encode(addressOf(redirect)).length);
  return `# Erzeugt von „npm run package“; Änderungen hier gehen verloren.
map_hash_max_size ${Math.max(2048, redirects.length * 2)};
map_hash_bucket_size ${bucketSize(Math.max(0, ...keys))};

map $uri $newsroom_asked {
	"~^(?<newsroom_path>.*?)(?:/index\\.html|/)?$" $newsroom_path;
}
${table("$newsroom_asked?$args", "$newsroom_query_target", redirects.filter(hasQuery), stands)}
${table(
  "$newsroom_asked",
  "$newsroom_path_target",
  redirects.filter((redirect) => !hasQuery(redirect)),
  stands,
)}
map $newsroom_query_target $newsroom_target {
	"" $newsroom_path_target;
	default $newsroom_query_target;
}
map $status $newsroom_allow {
	405 "GET, HEAD";
}
${headerRules(site).filter(isVaried).map(headerMap).join("\n")}
`;
}

/**
 * The headers stand in the server and in no location: an \`add_header\` there would drop all of these, the
 * Content-Security-Policy among them. What a header depends on is looked up instead.
 */
function serverRules(site: ServedSite): string {
  const headers = headerRules(site).map(
    (rule) => `add_header ${rule.name} ${isVaried(rule) ? variableOf(rule) : `"${rule.otherwise}"`} always;`,
  );
  const endings = MEDIA_TYPES.flatMap(({ endings, type }) => endings.map((ending) => ({ ending, type })));
  const general = endings.filter(({ ending }) => ending.startsWith("."));
  const named = endings.filter(({ ending }) => ending.startsWith("/"));
  return `# Erzeugt von „npm run package“; Änderungen hier gehen verloren.
index index.html;
absolute_redirect off;
server_tokens off;
gzip off;
gzip_static on;
gzip_vary on;
# Mit dem Modul ngx_brotli (Debian: libnginx-mod-http-brotli-static):
# brotli_static on;

${headers.join("\n")}
add_header Allow $newsroom_allow always;

error_page 404 ${site.prefix}404.html;
error_page 403 =404 ${site.prefix}404.html;

if ($request_method !~ ^(?:GET|HEAD)$) {
	return 405;
}
if ($newsroom_target) {
	return 301 $newsroom_target;
}

charset off;
default_type ${OTHER_TYPE};
types {
${general.map(({ ending, type }) => `	"${type}" ${ending.slice(1)};`).join("\n")}
}
${named.map(({ ending, type }) => `location ~ ${answersPattern({ endings: [ending] })} {\n	types {}\n	default_type "${type}";\n}`).join("\n")}
location ~ /\\.(?!well-known/) {
	return 404;
}
`;
}

function isVaried({ cases }: HeaderRule): boolean {
  return cases.length > 0;
}

/** @example variableOf({ name: "Cache-Control", … }) → "$newsroom_cache_control" */
function variableOf({ name }: HeaderRule): string {
  return `$newsroom_${name.toLowerCase().replaceAll("-", "_")}`;
}

function headerMap(rule: HeaderRule): string {
  const cases = rule.cases.map(({ of, value }) => `	"~${answersPattern(of)}" "${value}";`);
  return `map $uri ${variableOf(rule)} {
${cases.join("\n")}
	default "${rule.otherwise ?? ""}";
}`;
}

/**
 * nginx looks up plain words whatever their case, so that `/Kontakt` would answer for the page `/kontakt`. Only where
 * that matters is an address a pattern, which keeps its case, as every request is held against every pattern.
 */
function table(
  source: string,
  variable: string,
  redirects: readonly Redirect[],
  stands: (path: string) => boolean,
): string {
  const likes = Map.groupBy(redirects, (redirect) => addressOf(redirect).toLowerCase());
  const lines = redirects.map((redirect) => {
    const address = addressOf(redirect);
    const like = address.toLowerCase();
    const isAlone = likes.get(like)?.length === 1 && (like === address || !stands(like));
    return `	"${isAlone ? address : inItsCase(address)}" ${redirect.target};\n`;
  });
  return `map "${source}" ${variable} {
${lines.join("")}	default "";
}`;
}

function inItsCase(address: string): string {
  return `~^${address.replace(/[.*+?^|()[\]]/g, "\\$&")}$`;
}

/** Bytes of a hash bucket: a power of two that takes the longest key beside nginx's own words. */
function bucketSize(longestKey: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(128, longestKey + 64)));
}
