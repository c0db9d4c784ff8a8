import { describe, expect, it } from "vitest";
import { type Answers, answersPattern, headerRules } from "../../src/publish/header-rules.ts";
import { aServedSite } from "./serving.ts";

describe("The headers of all servers", () => {
  it("are these; where some paths have a value of their own, it stands first", () => {
    const values = headerRules(aServedSite()).map(({ name, cases, otherwise = "none" }) => [
      name,
      [...cases.map(({ of, value }) => `${answersPattern(of)}: ${value}`), otherwise],
    ]);
    expect(Object.fromEntries(values)).toMatchInlineSnapshot(`
      {
        "Access-Control-Allow-Origin": [
          "(?:\\.xml|\\.json|\\.jsonld|\\.csv|\\.ics|\\.txt|\\.minisig|/SHA256SUMS)$: *",
          "none",
        ],
        "Cache-Control": [
          "(?:\\.pf_fragment|\\.pf_index|\\.pf_filter|\\.pf_meta)$: public, max-age=31536000, immutable",
          "(?:\\.svg|\\.png|\\.jpg|\\.webp|\\.woff2)$: public, max-age=3600",
          "public, max-age=60, must-revalidate",
        ],
        "Content-Security-Policy": [
          "^/suche/: default-src 'none'; script-src 'wasm-unsafe-eval'; frame-ancestors 'none'",
          "^/redaktion/: default-src 'none'; connect-src https://git.example.org; frame-ancestors 'none'",
          "(?:\\.pdf|\\.mp3|\\.mp4)$: frame-ancestors 'none'",
          "default-src 'none'; frame-ancestors 'none'",
        ],
        "Cross-Origin-Opener-Policy": [
          "^/redaktion/: same-origin-allow-popups",
          "same-origin",
        ],
        "Cross-Origin-Resource-Policy": [
          "(?:\\.xml|\\.json|\\.jsonld|\\.csv|\\.ics|\\.txt|\\.minisig|/SHA256SUMS|\\.svg|\\.png|\\.jpg|\\.webp|\\.pdf|\\.mp3|\\.mp4|\\.zip|\\.doc|\\.xls|\\.ppt|\\.docx|\\.xlsx|\\.pptx|\\.odt|\\.ods|\\.odp)$: cross-origin",
          "same-origin",
        ],
        "Permissions-Policy": [
          "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()",
        ],
        "Referrer-Policy": [
          "same-origin",
        ],
        "Strict-Transport-Security": [
          "max-age=31536000",
        ],
        "X-Content-Type-Options": [
          "nosniff",
        ],
      }
    `);
  });

  it("ask browsers for TLS where the site has it, and nowhere else", () => {
    const names = (isEncrypted: boolean) => headerRules(aServedSite({ isEncrypted })).map(({ name }) => name);
    expect(names(true)).toContain("Strict-Transport-Security");
    expect(names(false)).toEqual(names(true).filter((name) => name !== "Strict-Transport-Security"));
  });

  it("forbid every page to be framed, the search and the editing page too", () => {
    const [policy] = headerRules(aServedSite());
    const values = [policy?.otherwise ?? "", ...(policy?.cases ?? []).map(({ value }) => value)];
    expect(values.length).toBeGreaterThan(3);
    expect(values.filter((value) => !value.endsWith("frame-ancestors 'none'"))).toEqual([]);
  });

  it.each<[Answers, string, boolean]>([
    [{ below: "/suche/" }, "/suche/", true],
    [{ below: "/suche/" }, "/suche/x.js", true],
    [{ below: "/suche/" }, "/themen/suche/", false],
    [{ below: "/a.b/" }, "/axb/", false],
    [{ endings: [".json"] }, "/x/ninjs.json", true],
    [{ endings: [".json"] }, "/x.jsonld", false],
    [{ endings: [".json"] }, "/xjson", false],
    [{ endings: [".xml", "/SHA256SUMS"] }, "/SHA256SUMS", true],
    [{ endings: [".xml", "/SHA256SUMS"] }, "/MEINE-SHA256SUMS", false],
  ])("that are for %j fit %s: %s", (answers, path, isMeant) => {
    expect(new RegExp(answersPattern(answers)).test(path)).toBe(isMeant);
  });
});
