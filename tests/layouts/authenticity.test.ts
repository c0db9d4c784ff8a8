import { describe, expect, it } from "vitest";
import { authenticityPage } from "../../layouts/authenticity.ts";
import type { SigningKey } from "../../src/domain/office.ts";
import type { SiteOptions } from "../../src/domain/site.ts";
import { anOffice, aSite, at } from "../fixtures/newsroom.ts";
import { readPage } from "./read-page.ts";

const KEY = "RWRs7cAnRNuQ/lU66Vp8Dgq6py/8NVuO6/E5U7DH6jUBFHeQ1zo+nnrL";
const FORMER = KEY.replace("RWR", "RWS");
const STOLEN = KEY.replace("RWR", "RWT");
const since = at("2026-11-22");

function pageWith(signingKeys?: readonly SigningKey[], options: Partial<SiteOptions> = {}) {
  const office = anOffice(signingKeys && { signingKeys: [...signingKeys] });
  return readPage(authenticityPage(aSite({ office }, options)));
}

describe("The page on authenticity", () => {
  it("explains in three steps, with a command for each system", () => {
    const { texts } = pageWith([{ key: KEY, since }]);
    expect(texts("main h2").slice(0, 3)).toEqual([
      "1. Den Text laden",
      "2. Die Prüfsumme vergleichen",
      "3. Die Signatur prüfen",
    ]);
    expect(texts("main li:has(code)").slice(0, 4)).toEqual([
      "Windows, PowerShell: Get-FileHash text.txt -Algorithm SHA256",
      "Windows, Eingabeaufforderung: certutil -hashfile text.txt SHA256",
      "macOS: shasum -a 256 text.txt",
      "Linux: sha256sum text.txt",
    ]);
  });

  it("names the office's key and where its list lies, below a path prefix too", () => {
    const { texts } = pageWith([{ key: KEY, since }], { pathPrefix: "/presse/" });
    expect(texts("main pre")).toEqual([
      "curl -O https://presse.example.org/presse/SHA256SUMS curl -O https://presse.example.org/presse/SHA256SUMS.minisig",
      `minisign -Vm SHA256SUMS -P ${KEY}`,
      "grep PRÜFSUMME SHA256SUMS",
    ]);
  });

  it("does not claim to be signed, as that comes later, but says how a reader knows", () => {
    const { text } = pageWith([{ key: KEY, since }]);
    expect(text("main")).toContain("Fehlt eine der beiden Dateien, ist diese Ausgabe nicht signiert.");
    expect(text("main")).not.toContain("Diese Ausgabe ist signiert");
  });

  it.each<[string, readonly SigningKey[] | undefined]>([
    ["no key", undefined],
    ["only a former key", [{ key: KEY, since, until: at("2026-12-31") }]],
    ["only a stolen key", [{ key: KEY, since, revoked: "Gestohlen." }]],
  ])("says at its head that the site is not signed where the office has %s", (_, signingKeys) => {
    const { text, $ } = pageWith(signingKeys);
    expect(text("main .notice")).toBe(
      "Diese Ausgabe ist nicht signiert. Kreis Soest hat keinen Schlüssel dafür.",
    );
    expect($("main pre")).toHaveLength(0);
  });

  it("says nothing of the kind where there is a key", () => {
    expect(pageWith([{ key: KEY, since }]).$("main .notice")).toHaveLength(0);
  });

  it("lists former and revoked keys with their time, so that old copies can be checked and forged ones not", () => {
    const { texts } = pageWith([
      { key: KEY, since: at("2027-03-02") },
      { key: FORMER, since, until: at("2027-01-31") },
      { key: STOLEN, since, revoked: "Am 1. März 2027 gestohlen." },
    ]);
    expect(texts("main h2:last-of-type + ul li")).toEqual([
      `${KEY} gilt seit 02.03.2027.`,
      `${FORMER} gilt von 22.11.2026 bis 31.01.2027.`,
      `${STOLEN} gilt nicht mehr; genutzt seit 22.11.2026. Am 1. März 2027 gestohlen.`,
    ]);
    expect(texts("main pre").join(" ")).not.toContain(STOLEN);
  });

  it("offers a command for each key while one takes over from another", () => {
    const { text, texts } = pageWith([
      { key: KEY, since },
      { key: FORMER, since },
    ]);
    expect(texts("main pre")[1]).toBe(
      `minisign -Vm SHA256SUMS -P ${KEY} minisign -Vm SHA256SUMS -P ${FORMER}`,
    );
    expect(text("main")).toContain("einer der Befehle muss gelingen");
  });
});
