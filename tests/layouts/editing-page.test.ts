import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { editingPage } from "../../layouts/editing-page.ts";
import type { EditingHost } from "../../src/domain/office.ts";
import { anOffice, aSite, aTopic } from "../fixtures/newsroom.ts";

const redaktion: EditingHost = { host: "gitea", repo: "kreis/newsroom", url: "https://git.example.org" };
const policyOf = (given: { redaktion?: EditingHost }) =>
  load(editingPage(aSite({ office: anOffice(given) })).toString())(
    'meta[http-equiv="Content-Security-Policy"]',
  ).attr("content");

describe("The editing page's policy", () => {
  it("lets the page talk to nobody where no Git host is set up", () => {
    expect(policyOf({})?.split("; ")).toMatchInlineSnapshot(`
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' blob: data:",
        "font-src 'self'",
        "connect-src 'self' blob: data:",
        "base-uri 'none'",
        "form-action 'none'",
      ]
    `);
  });

  it("lets it talk to the Git host alone where one is", () => {
    expect(policyOf({ redaktion })).toContain("connect-src 'self' blob: data: https://git.example.org;");
  });
});

describe("The editing page", () => {
  it("cannot be broken out of by the name of a topic", () => {
    const name = "</script><script>alert(1)</script>";
    const page = load(editingPage(aSite({ topics: [aTopic("x", { name })] })).toString());
    expect(page("script")).toHaveLength(2);
    expect(page("#einstellungen").text()).toContain("\\u003c/script>");
  });

  it("finds its files below a path prefix", () => {
    const page = load(editingPage(aSite({}, { pathPrefix: "/presse/" })).toString());
    expect(page('script[type="module"]').attr("src")).toBe("/presse/redaktion/editing-page.js");
    expect(page('link[rel="stylesheet"]').attr("href")).toBe("/presse/redaktion/editing-page.css");
  });
});
