import { describe, expect, it } from "vitest";
import { standingPage } from "../../layouts/standing.ts";
import { anOffice, aSite } from "../fixtures/newsroom.ts";
import { readPage } from "./read-page.ts";

const responsible = { name: "Erika <Beispiel>", address: "Musterstraße 1, 12345 Musterstadt" };

function headingsAndText(slug: "impressum" | "kontakt") {
  const page = { slug, title: "Titel", html: "<p>Text.</p>" };
  const site = aSite({ office: anOffice({ responsible }), pages: [page] });
  const { texts } = readPage(standingPage(page, site));
  return [...texts("main h2"), ...texts("main p")];
}

describe("A standing page", () => {
  it("names below the imprint who answers for the content, as kreis.yaml has it", () => {
    expect(headingsAndText("impressum")).toEqual([
      "Verantwortlich für den Inhalt",
      "Text.",
      "Verantwortlich nach § 18 Absatz 2 Medienstaatsvertrag (MStV) ist Erika <Beispiel>, Musterstraße 1, 12345 Musterstadt.",
    ]);
  });

  it("says nothing else of its own", () => {
    expect(headingsAndText("kontakt")).toEqual(["Text."]);
  });
});
