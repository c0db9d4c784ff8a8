import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "./running-server.ts";

const PAGE_POLICY = "default-src 'none'; script-src 'self'; frame-ancestors 'none'";
const SEARCH_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'";
const EDITING_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self' https://git.example.org; frame-ancestors 'none'";

/** What every answer carries. */
const ALWAYS = {
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "permissions-policy":
    "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()",
};

const PAGE = {
  ...ALWAYS,
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": PAGE_POLICY,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "access-control-allow-origin": undefined,
  "cache-control": "public, max-age=60, must-revalidate",
};

const OWN = { ...PAGE, "content-type": "application/octet-stream" };
const HASHED = { ...OWN, "cache-control": "public, max-age=31536000, immutable" };
const DATA = { ...PAGE, "cross-origin-resource-policy": "cross-origin", "access-control-allow-origin": "*" };
const PICTURE = {
  ...PAGE,
  "cross-origin-resource-policy": "cross-origin",
  "cache-control": "public, max-age=3600",
};
const DOWNLOAD = { ...PAGE, "cross-origin-resource-policy": "cross-origin" };
const text = (type: string) => ({ "content-type": `${type}; charset=utf-8` });

const RELEASE = "/pressemitteilungen/2019/03/27/titel/";

/** Every kind of file, and all its headers. */
const FILES: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
  "/": PAGE,
  "/404.html": PAGE,
  "/impressum/": PAGE,
  [RELEASE]: PAGE,
  "/suche/": { ...PAGE, "content-security-policy": SEARCH_POLICY },
  "/redaktion/": {
    ...PAGE,
    "content-security-policy": EDITING_POLICY,
    "cross-origin-opener-policy": "same-origin-allow-popups",
  },
  "/feed.xml": { ...DATA, ...text("application/xml") },
  "/themen/kita/feed.xml": { ...DATA, ...text("application/xml") },
  "/rss.xml": { ...DATA, ...text("application/xml") },
  "/feed.json": { ...DATA, "content-type": "application/feed+json" },
  "/sitemap.xml": { ...DATA, ...text("application/xml") },
  "/robots.txt": { ...DATA, ...text("text/plain") },
  [`${RELEASE}ninjs.json`]: { ...DATA, "content-type": "application/json" },
  [`${RELEASE}text.txt`]: { ...DATA, ...text("text/plain") },
  [`${RELEASE}termin-1.ics`]: { ...DATA, ...text("text/calendar") },
  [`${RELEASE}foto-1-400.webp`]: { ...PICTURE, "content-type": "image/webp" },
  [`${RELEASE}amtsblatt.pdf`]: {
    ...DOWNLOAD,
    "content-type": "application/pdf",
    "content-security-policy": "frame-ancestors 'none'",
  },
  [`${RELEASE}liste.docx`]: {
    ...DOWNLOAD,
    "content-type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  "/daten/2019.csv": { ...DATA, ...text("text/csv") },
  "/daten/dcat.jsonld": { ...DATA, "content-type": "application/ld+json" },
  "/favicon.svg": { ...PICTURE, "content-type": "image/svg+xml" },
  "/teilen.png": { ...PICTURE, "content-type": "image/png" },
  "/assets/style.css": { ...PAGE, ...text("text/css") },
  "/assets/newsroom.js": { ...PAGE, ...text("text/javascript") },
  "/assets/fonts/schrift.woff2": {
    ...PAGE,
    "content-type": "font/woff2",
    "cache-control": "public, max-age=3600",
  },
  "/pagefind/pagefind.js": { ...PAGE, ...text("text/javascript") },
  "/pagefind/wasm.unknown.pagefind": OWN,
  "/pagefind/fragment/unknown_1f25d04.pf_fragment": HASHED,
  "/pagefind/index/unknown_2bae626.pf_index": HASHED,
  "/.well-known/security.txt": { ...DATA, ...text("text/plain") },
  "/SHA256SUMS": { ...DATA, ...text("text/plain") },
  "/SHA256SUMS.minisig": { ...DATA, ...text("text/plain") },
};

/** Old addresses and short links, and where they lead. */
const FORWARDED: readonly (readonly [from: string, to: string])[] = [
  ["/kso.2019.03.27.134/", RELEASE],
  ["/kso.2019.03.27.134", RELEASE],
  ["/kso.2019.03.27.134/index.html", RELEASE],
  ["/kso.2019.03.27.134/?utm_source=x", RELEASE],
  ["/pressemitteilungen/presseservice/1090657.php", RELEASE],
  ["/pressemitteilungen/presseservice/1090657.php?druck=1", RELEASE],
  ["/pressemitteilungen/presseservice/2000000.php", "/impressum/"],
  ["/pressemitteilungen/presseservice/2011999.php", "/impressum/"],
  ["/pressemitteilungen/detailansicht/1107350", RELEASE],
  ["/pressemitteilungen/detailansicht/1107350/", RELEASE],
  ["/pressemitteilungen/detailansicht.php?id=9000001", RELEASE],
  ["/pressemitteilungen/detailansicht.php?id=9000002", "/impressum/"],
  ["/pressemitteilungen/blog?tx_news_pi1[news]=7&cHash=f00", RELEASE],
  ["/pressemitteilungen/blog?tx_news_pi1%5Bnews%5D=7&cHash=f00", RELEASE],
  ["/alt/Stra%C3%9Fensperrung", RELEASE],
  ["/alt/seite.html", RELEASE],
  ["/Impressum/", RELEASE],
  ["/ALT/Datei.php?ID=7", RELEASE],
  ["/alt/datei.php?id=7", "/impressum/"],
  [`/alt/${"sehr-".repeat(35)}lang`, RELEASE],
];

/** What must not lead out of the site, by whatever spelling. */
const ESCAPES = [
  "/../LIESMICH.md",
  "/../nginx/server.conf",
  "/../../../../etc/passwd",
  "/assets/../../caddy/Caddyfile",
  "/%2e%2e/%2e%2e/etc/passwd",
  "/..%2f..%2f..%2fetc%2fpasswd",
  "/assets/..%5c..%5c..%5cetc%5cpasswd",
  "/%2e%2e%2fapache%2frules.conf",
  "/assets//../../caddy/newsroom.caddy",
  "/assets/style.css%00.html",
  "/.versteckt",
  "/.git/config",
  "/%2egit/config",
  "/.htaccess",
];

/** What a server supports beside what all of them do. */
export type ServerTraits = { readonly codings: readonly ("br" | "gzip")[] };

const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

/** Starts a server with a site below a path prefix. */
type Start = (prefix: string) => Promise<RunningServer>;

/** The promises of docs/server.md, the same for every server. */
export function itServesTheSite(start: Start, traits: ServerTraits): void {
  belowEachPrefix(start, (site) => {
    itSendsEveryFile(site, traits);
    itForwards(site);
  });
}

/** The same without redirects, which an `.htaccess` leaves to the forwarding pages. */
export function itSendsFiles(start: Start, traits: ServerTraits): void {
  belowEachPrefix(start, (site) => itSendsEveryFile(site, traits));
}

/** A site that a server serves, once the tests run. */
type Served = Pick<RunningServer, "ask"> & {
  /** The path of an address of the site: `at("/suche/")` → `/presse/suche/`. */
  readonly at: (address: string) => string;
};

function belowEachPrefix(start: Start, promises: (site: Served) => void): void {
  describe.each(["/", "/presse/"])("a site below %s", (prefix) => {
    let server: RunningServer;
    beforeAll(async () => {
      server = await start(prefix);
    });
    afterAll(() => server?.stop());
    promises({
      ask: (question) => server.ask(question),
      at: (address) => `${prefix}${address.slice(1)}`,
    });
  });
}

function itForwards({ ask, at }: Served): void {
  it.each(FORWARDED)("forwards %s for good", async (from, to) => {
    const { status, headers } = await ask({ path: at(from) });
    const target = new URL(headers.location ?? "", "http://127.0.0.1").pathname;
    expect([status, target, headers["x-content-type-options"]]).toEqual([301, at(to), "nosniff"]);
    expect(headers.location).not.toContain("?");
  });

  it("forwards an address of the former system, which knew no path prefix", async () => {
    const { status, headers } = await ask({ path: "/pressemitteilungen/presseservice/1090657.php" });
    expect([status, new URL(headers.location ?? "", "http://127.0.0.1").pathname]).toEqual([
      301,
      at(RELEASE),
    ]);
  });

  it("forwards no other query string than the one that an old address names", async () => {
    const { status } = await ask({ path: at("/pressemitteilungen/detailansicht.php?id=9000003") });
    expect(status).toBe(404);
  });
}

function itSendsEveryFile({ ask, at }: Served, { codings }: ServerTraits): void {
  it.each(Object.entries(FILES))("sends %s with all its headers", async (address, headers) => {
    const answer = await ask({ path: at(address) });
    const sent = Object.fromEntries(Object.keys(headers).map((name) => [name, answer.headers[name]]));
    expect({ status: answer.status, ...sent }).toEqual({ status: 200, ...headers });
  });

  it("leads from a folder's name to the folder", async () => {
    const { status, headers } = await ask({ path: at("/impressum") });
    expect([301, 308]).toContain(status);
    const base = `http://127.0.0.1${at("/impressum")}`;
    expect(new URL(headers.location ?? "", base).pathname).toBe(at("/impressum/"));
  });

  it.each(["/gibt-es-nicht/", "/gibt-es-nicht", "/assets/fehlt.css", "/daten/1899.json", "/ohne-seite/"])(
    "says of %s that there is no such page, with a page",
    async (address) => {
      const { status, headers, body } = await ask({ path: at(address) });
      expect(status).toBe(404);
      expect(headers).toMatchObject({ ...ALWAYS, "content-security-policy": PAGE_POLICY });
      expect(headers["cache-control"]).toBe("public, max-age=60, must-revalidate");
      expect(headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(body.toString()).toContain("<title>Nicht gefunden</title>");
    },
  );

  it.each(codings)("sends pages and data in %s to whoever takes it", async (coding) => {
    for (const address of ["/", RELEASE, "/feed.xml", "/assets/style.css", `${RELEASE}ninjs.json`]) {
      const plain = await ask({ path: at(address) });
      const { headers, body } = await ask({
        path: at(address),
        headers: { "accept-encoding": coding },
      });
      expect([headers["content-encoding"], headers.vary?.toLowerCase()], address).toEqual([
        coding,
        "accept-encoding",
      ]);
      expect(headers["content-type"]).toBe(plain.headers["content-type"]);
      expect(headers.etag).not.toBe(plain.headers.etag);
      expect(body.length).toBeLessThan(plain.body.length);
      expect(unpack[coding](body).equals(plain.body), address).toBe(true);
    }
  });

  it.each<[accepted: string, address: string]>([
    ["", "/"],
    ["identity", "/"],
    ["br;q=0, gzip;q=0", "/"],
    ["br, gzip", "/robots.txt"],
    ["br, gzip", "/teilen.png"],
  ])("sends to whoever accepts %j the plain bytes of %s", async (accepted, address) => {
    const { status, headers } = await ask({
      path: at(address),
      headers: { "accept-encoding": accepted },
    });
    expect([status, headers["content-encoding"]]).toEqual([200, undefined]);
  });

  it("prefers Brotli, as browsers ask", async () => {
    const { headers } = await ask({
      path: at("/"),
      headers: { "accept-encoding": "gzip, deflate, br" },
    });
    expect(headers["content-encoding"]).toBe(codings[0]);
  });

  it.each([undefined, ...codings])(
    "does not send again what has not changed, in coding %s",
    async (coding) => {
      const accepting: Record<string, string> = coding === undefined ? {} : { "accept-encoding": coding };
      const { headers } = await ask({ path: at(RELEASE), headers: accepting });
      const { etag = "", "last-modified": modified = "" } = headers;
      expect([etag, modified]).not.toContain("");
      const byTag = await ask({
        path: at(RELEASE),
        headers: { ...accepting, "if-none-match": etag },
      });
      const byTime = await ask({
        path: at(RELEASE),
        headers: { ...accepting, "if-modified-since": modified },
      });
      expect([byTag.status, byTag.body.length, byTime.status, byTime.body.length]).toEqual([304, 0, 304, 0]);
      expect(byTag.headers["content-security-policy"]).toBe(PAGE_POLICY);
      const changed = await ask({
        path: at(RELEASE),
        headers: { ...accepting, "if-none-match": '"alt"' },
      });
      expect(changed.status).toBe(200);
    },
  );

  it("sends a part of a file, and says where there is none", async () => {
    const path = at(`${RELEASE}text.txt`);
    const whole = await ask({ path });
    const part = await ask({ path, headers: { range: "bytes=4-9" } });
    expect([part.status, part.headers["content-range"]]).toEqual([206, `bytes 4-9/${whole.body.length}`]);
    expect(part.body.equals(whole.body.subarray(4, 10))).toBe(true);
    expect((await ask({ path, headers: { range: "bytes=99999-" } })).status).toBe(416);
  });

  it("answers HEAD with the headers alone", async () => {
    const { status, headers, body } = await ask({ path: at(RELEASE), method: "HEAD" });
    expect([status, body.length]).toEqual([200, 0]);
    expect(headers).toMatchObject({
      "content-type": PAGE["content-type"],
      "content-security-policy": PAGE_POLICY,
    });
  });

  it.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])(
    "refuses %s, and says what it takes",
    async (method) => {
      for (const address of ["/", "/feed.xml", "/kso.2019.03.27.134/"]) {
        const { status, headers } = await ask({ path: at(address), method });
        // Apache adds an empty element of its own, which a reader must pass over (RFC 9110, section 5.6.1).
        const allowed = (headers.allow ?? "").split(/[,\s]+/).filter((name) => name !== "");
        expect([status, allowed, headers["x-content-type-options"]], address).toEqual([
          405,
          ["GET", "HEAD"],
          "nosniff",
        ]);
      }
    },
  );

  it.each(ESCAPES)("keeps what lies beside the site: %s", async (path) => {
    for (const asked of [path, at(path)]) {
      const { status, body } = await ask({ path: asked });
      expect(status, asked).toBeGreaterThanOrEqual(400);
      expect(body.toString()).not.toMatch(/GEHEIM-MARKE|root:|npm run package/);
    }
  });

  it("does not tell its version", async () => {
    const { headers } = await ask({ path: at("/") });
    expect(headers.server ?? "").not.toMatch(/\d/);
  });
}
