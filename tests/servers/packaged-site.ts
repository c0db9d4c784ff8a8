import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { RedirectList } from "../../src/outputs/redirects.ts";
import { readServedSite } from "../../src/publish/served-site.ts";
import { packageFiles } from "../../src/publish/site-package.ts";

const POLICY = "default-src 'none'; script-src 'self'";
const SEARCH_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
const EDITING_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self' https://git.example.org";

/** Long enough that its copies are smaller than itself. */
const TEXT = "Beispieltext. ".repeat(100);

function page(title: string, policy = POLICY): string {
  return `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${title}</title></head><body><p>${TEXT}</p></body></html>`;
}

/** As many old addresses as an archive of ten years brings along. */
const MANY_ADDRESSES = Array.from(
  { length: 12_000 },
  (_, number) => [`/pressemitteilungen/presseservice/${2_000_000 + number}.php`, "/impressum/"] as const,
);

const RELEASE = "/pressemitteilungen/2019/03/27/titel/";

const OLD_ADDRESSES: RedirectList["oldAddresses"] = {
  ...Object.fromEntries(MANY_ADDRESSES),
  "/pressemitteilungen/presseservice/1090657.php": RELEASE,
  "/pressemitteilungen/detailansicht/1107350": RELEASE,
  "/pressemitteilungen/detailansicht.php?id=9000001": RELEASE,
  "/pressemitteilungen/detailansicht.php?id=9000002": "/impressum/",
  "/pressemitteilungen/blog?tx_news_pi1[news]=7&cHash=f00": RELEASE,
  "/alt/Stra%C3%9Fensperrung": RELEASE,
  "/alt/seite.html": RELEASE,
  "/Impressum/": RELEASE,
  "/ALT/Datei.php?ID=7": RELEASE,
  "/alt/datei.php?id=7": "/impressum/",
  '/alt/"%20return%20200': RELEASE,
  [`/alt/${"sehr-".repeat(35)}lang`]: RELEASE,
};

function siteFiles(prefix: string): Readonly<Record<string, string | Buffer>> {
  const list: RedirectList = {
    site: `https://presse.example.org${prefix}`,
    shortLinks: { "/kso.2019.03.27.134/": RELEASE },
    oldAddresses: OLD_ADDRESSES,
  };
  return {
    "index.html": page("Start"),
    "404.html": page("Nicht gefunden"),
    "suche/index.html": page("Suche", SEARCH_POLICY),
    "redaktion/index.html": page("Redaktion", EDITING_POLICY),
    "redaktion/editing-page.js": `// ${TEXT}`,
    "impressum/index.html": page("Impressum"),
    "pressemitteilungen/2019/03/27/titel/index.html": page("Titel"),
    "pressemitteilungen/2019/03/27/titel/ninjs.json": JSON.stringify({ text: TEXT }),
    "pressemitteilungen/2019/03/27/titel/text.txt": TEXT,
    "pressemitteilungen/2019/03/27/titel/termin-1.ics": `BEGIN:VCALENDAR\n${TEXT}`,
    "pressemitteilungen/2019/03/27/titel/foto-1-400.webp": Buffer.from("RIFF"),
    "pressemitteilungen/2019/03/27/titel/amtsblatt.pdf": Buffer.from("%PDF-1.7"),
    "pressemitteilungen/2019/03/27/titel/liste.docx": Buffer.from("PK"),
    "kso.2019.03.27.134/index.html": page("Titel"),
    "alt/seite.html": page("Titel"),
    "themen/kita/feed.xml": `<feed>${TEXT}</feed>`,
    "ohne-seite/nur-eine-datei.txt": TEXT,
    "feed.xml": `<feed>${TEXT}</feed>`,
    "rss.xml": `<rss>${TEXT}</rss>`,
    "feed.json": JSON.stringify({ text: TEXT }),
    "sitemap.xml": `<urlset>${TEXT}</urlset>`,
    "robots.txt": "x",
    "favicon.svg": `<svg xmlns="http://www.w3.org/2000/svg"><desc>${TEXT}</desc></svg>`,
    "teilen.png": Buffer.from("\x89PNG"),
    "daten/2019.csv": TEXT,
    "daten/dcat.jsonld": JSON.stringify({ text: TEXT }),
    "daten/weiterleitungen.json": JSON.stringify(list),
    "assets/style.css": `/* ${TEXT} */`,
    "assets/newsroom.js": `// ${TEXT}`,
    "assets/fonts/schrift.woff2": Buffer.from("wOF2"),
    "pagefind/pagefind.js": `// ${TEXT}`,
    "pagefind/wasm.unknown.pagefind": Buffer.from("wasm"),
    "pagefind/fragment/unknown_1f25d04.pf_fragment": Buffer.from("fragment"),
    "pagefind/index/unknown_2bae626.pf_index": Buffer.from("index"),
    ".well-known/security.txt": TEXT,
    ".versteckt": "GEHEIM-MARKE",
    ".git/config": "GEHEIM-MARKE",
    SHA256SUMS: `${"0".repeat(64)}  index.html\n`.repeat(20),
    "SHA256SUMS.minisig": "untrusted comment: Beispiel",
  };
}

/** Packages a small site and unpacks it; a server of any user may read it. */
export async function packagedSite(prefix: string): Promise<string> {
  const source = await mkdtemp(join(tmpdir(), "newsroom-site-"));
  const unpacked = await mkdtemp(join(tmpdir(), "newsroom-package-"));
  await chmod(unpacked, 0o755);
  for (const [path, content] of Object.entries(siteFiles(prefix))) await write(join(source, path), content);
  const site = await readServedSite(source);
  for await (const { path, content } of packageFiles({ folder: source, site, guide: "GEHEIM-MARKE" }))
    await write(join(unpacked, path), content);
  await rm(source, { recursive: true, force: true });
  return unpacked;
}

async function write(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
