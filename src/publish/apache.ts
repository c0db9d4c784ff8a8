import { answersPattern, headerRules } from "./header-rules.ts";
import { MEDIA_TYPES, type MediaType, OTHER_TYPE } from "./media-types.ts";
import { NEWSROOM_FOLDER, type PackageText } from "./package-text.ts";
import { addressOf, type Redirect } from "./redirect-rules.ts";
import type { ServedSite } from "./served-site.ts";

/**
 * Apache's configuration (Apache 2.4): a virtual host to start from, what it includes, and an `.htaccess` for web
 * space on which nothing else can be configured.
 *
 * @example apacheFiles(site).map(({ path }) => path) → ["apache/newsroom.conf", "apache/rules.conf", "apache/redirects.txt", "webspace/.htaccess"]
 */
export function apacheFiles(site: ServedSite): PackageText[] {
  return [
    { path: "apache/newsroom.conf", text: virtualHost(site) },
    { path: "apache/rules.conf", text: hostRules(site) },
    { path: "apache/redirects.txt", text: site.redirects.map(mapLine).join("") },
    { path: "webspace/.htaccess", text: folderRules(site, "") },
  ];
}

function virtualHost({ host }: ServedSite): string {
  const name = host.replace(/:\d+$/, "");
  return `# Vorlage: Name und Zertifikat anpassen, nach /etc/apache2/sites-enabled/ legen.
# Braucht die Module headers, rewrite und ssl.
Define NEWSROOM ${NEWSROOM_FOLDER}
ServerTokens Prod

<VirtualHost *:80>
	ServerName ${name}
	Redirect permanent / https://${name}/
</VirtualHost>

<VirtualHost *:443>
	ServerName ${name}
	SSLEngine On
	SSLCertificateFile /etc/letsencrypt/live/${name}/fullchain.pem
	SSLCertificateKeyFile /etc/letsencrypt/live/${name}/privkey.pem
	SSLProtocol -all +TLSv1.2 +TLSv1.3
	Include \${NEWSROOM}/apache/rules.conf
</VirtualHost>
`;
}

function hostRules(site: ServedSite): string {
  return `# Erzeugt von „npm run package“; Änderungen hier gehen verloren.
DocumentRoot \${NEWSROOM}/site
TraceEnable Off
# Aus redirects.txt mit: httxt2dbm -f sdbm -i redirects.txt -o redirects
RewriteMap newsroom "dbm=sdbm:\${NEWSROOM}/apache/redirects"

<Directory \${NEWSROOM}/site>
	Require all granted
	AllowOverride None
	Options FollowSymLinks
${folderRules(site, redirects)}</Directory>
`;
}

const redirects = `
RewriteCond %{REQUEST_URI} ^(.*?)(?:/index\\.html|/)?$
RewriteCond \${newsroom:%1?%{QUERY_STRING}} ^(/.+)$
RewriteRule ^ %1 [R=301,QSD,L]
RewriteCond %{REQUEST_URI} ^(.*?)(?:/index\\.html|/)?$
RewriteCond \${newsroom:%1} ^(/.+)$
RewriteRule ^ %1 [R=301,QSD,L]
`;

/** What holds in the site's folder; a virtual host and an `.htaccess` take the same words. */
function folderRules(site: ServedSite, redirectRules: string): string {
  return `# Erzeugt von „npm run package“; Änderungen hier gehen verloren.
DirectoryIndex index.html
ErrorDocument 404 ${site.prefix}404.html
FileETag MTime Size
AddDefaultCharset Off
AddEncoding br .br
AddEncoding gzip .gz

${headers(site).join("\n")}
Header always set Allow "GET, HEAD" "expr=%{REQUEST_STATUS} == 405"
Header merge Vary Accept-Encoding

ForceType ${OTHER_TYPE}
${MEDIA_TYPES.map(fileType).join("\n")}

RewriteEngine On
RewriteRule ^ - [E=no-gzip:1,E=no-brotli:1]
RewriteCond %{REQUEST_METHOD} !^(?:GET|HEAD)$
RewriteRule ^ - [R=405,L]
${redirectRules}
RewriteCond %{REQUEST_URI} /\\.(?!well-known/)
RewriteRule ^ - [R=404,L]
RewriteCond %{REQUEST_FILENAME} -d
RewriteCond %{REQUEST_FILENAME}/index.html !-f
RewriteRule ^ - [R=404,L]
${["br", "gzip"].map(precompressed).join("\n")}
`;
}

/** The value of most answers first: of these directives, the later ones win. */
function headers(site: ServedSite): string[] {
  return headerRules(site).flatMap(({ name, cases, otherwise }) => [
    ...(otherwise === undefined ? [] : [`Header always set ${name} "${otherwise}"`]),
    ...cases.toReversed().map(({ of, value }) => {
      const pattern = sent(answersPattern(of));
      return `Header always set ${name} "${value}" "expr=%{REQUEST_URI} =~ m#${pattern}#"`;
    }),
  ]);
}

function fileType({ endings, type }: MediaType): string {
  const names = endings.map((ending) => (ending.startsWith("/") ? `^${ending.slice(1)}` : ending));
  return `<FilesMatch "${sent(answersPattern({ endings: names }))}">
	ForceType "${type}"
</FilesMatch>`;
}

/** A pattern that fits the compressed copy of a file too, as Apache knows no other name once it has chosen one. */
function sent(pattern: string): string {
  return pattern.replace(/\$$/, "(?:\\.(?:br|gz))?$");
}

function precompressed(coding: string): string {
  const ending = coding === "gzip" ? "gz" : coding;
  // A client may name a coding to refuse it: "br;q=0" (RFC 9110, section 12.4.2).
  const accepted = `RewriteCond %{HTTP:Accept-Encoding} (?:^|[\\s,])${coding}\\s*(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))(?:[;,]|$)`;
  return `${accepted}
RewriteCond %{REQUEST_FILENAME}.${ending} -f
RewriteRule ^ %{REQUEST_URI}.${ending} [END]
${accepted}
RewriteCond %{REQUEST_URI} /$
RewriteCond %{REQUEST_FILENAME}/index.html.${ending} -f
RewriteRule ^ %{REQUEST_URI}index.html.${ending} [END]`;
}

function mapLine(redirect: Redirect): string {
  return `${addressOf(redirect)} ${redirect.target}\n`;
}
