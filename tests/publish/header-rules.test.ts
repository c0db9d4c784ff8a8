import { describe, expect, it } from "vitest";
import { type Answers, answersPattern, headerRules } from "../../src/publish/header-rules.ts";
import { aServedSite } from "./serving.ts";

describe("The headers of all servers", () => {
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
