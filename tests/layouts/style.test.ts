import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const stylesheet = readFileSync("src/client/style.css", "utf8");

/** The custom properties of a scheme, the light ones where the dark scheme sets none. */
function colours(scheme: "light" | "dark"): Readonly<Record<string, string>> {
  const light = propertiesAfter(":root {");
  return scheme === "light"
    ? light
    : { ...light, ...propertiesAfter("@media (prefers-color-scheme: dark) {") };
}

function propertiesAfter(mark: string): Record<string, string> {
  const start = stylesheet.indexOf(mark);
  const block = stylesheet.slice(start, stylesheet.indexOf("\n}", start));
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g)].map(([, name, hex]) => [name, hex]),
  );
}

/** Relative luminance (WCAG 2.2, definitions). */
function luminance(hex: string): number {
  const digits =
    hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : (hex.slice(1).match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = digits
    .map((pair) => Number.parseInt(pair, 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (lighter + 0.05) / (darker + 0.05);
}

const TEXTS = [
  ["ink", "ground"],
  ["ink", "tint"],
  ["ink", "warning-ground"],
  ["muted", "ground"],
  ["muted", "surface"],
  ["muted", "tint"],
  ["muted", "tint-mark"],
  ["accent", "ground"],
  ["accent", "tint"],
  ["accent", "tint-mark"],
  ["ground", "accent"],
  ["visited", "ground"],
  ["visited", "tint"],
  ["on-brand", "brand"],
  ["on-brand-soft", "brand"],
] as const;
const EDGES = [
  ["edge", "ground"],
  ["warning", "ground"],
  ["on-brand-soft", "brand"],
] as const;

describe.each(["light", "dark"] as const)("in the %s scheme", (scheme) => {
  const palette = colours(scheme);

  it.each(TEXTS)("%s reads well on %s (WCAG 2.2, 1.4.3)", (text, ground) => {
    expect(contrast(palette[text] ?? "", palette[ground] ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(EDGES)("%s can be told from %s (WCAG 2.2, 1.4.11)", (edge, ground) => {
    expect(contrast(palette[edge] ?? "", palette[ground] ?? "")).toBeGreaterThanOrEqual(3);
  });
});

describe("the stylesheet", () => {
  it("leaves a page room in the first 14 kB of a connection", () => {
    expect(gzipSync(stylesheet).length).toBeLessThan(8_000);
  });

  it("fetches nothing but the site's own fonts", () => {
    const fetched = [...stylesheet.matchAll(/url\("([^"]*)"\)/g)].map(([, address]) => address);
    expect(fetched).toHaveLength(4);
    expect(fetched.filter((address) => !/^fonts\/[a-z0-9-]+\.woff2$/.test(address ?? ""))).toEqual([]);
    expect(stylesheet).not.toContain("@import");
  });

  it("has fonts that weigh little, and their licence beside them", () => {
    const sizes = [400, 600].map(
      (weight) => readFileSync(`public/assets/fonts/fira-sans-${weight}.woff2`).length,
    );
    expect(Math.max(...sizes)).toBeLessThan(15_000);
    expect(readFileSync("public/assets/fonts/OFL.txt", "utf8")).toContain(
      "SIL OPEN FONT LICENSE Version 1.1",
    );
  });
});
