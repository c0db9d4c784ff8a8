import { expect, it } from "vitest";
import { securityFile } from "../../src/outputs/security.ts";
import { anOffice, aSite } from "../fixtures/newsroom.ts";

it("security.txt names a contact, an end within a year and its own address", () => {
  const { email: _none, ...withoutMail } = anOffice();
  expect(securityFile(aSite({ office: withoutMail }))).toMatchInlineSnapshot(`
    {
      "address": "/.well-known/security.txt",
      "content": "Contact: https://presse.example.org/kontakt/
    Expires: 2027-01-01T00:00:00Z
    Preferred-Languages: de, en
    Canonical: https://presse.example.org/.well-known/security.txt
    ",
      "facts": "2027-01-01T00:00:00Z",
      "releases": [],
    }
  `);
  expect(securityFile(aSite({ office: { ...withoutMail, email: "post@example.org" } })).content).toContain(
    "Contact: mailto:post@example.org\n",
  );
});
