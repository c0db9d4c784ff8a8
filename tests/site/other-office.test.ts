import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { builtSite } from "../fixtures/built-site.ts";
import { runCommand } from "../fixtures/command.ts";
import { aContentFolder, aTemporaryFolder } from "../fixtures/content-folder.ts";

/** All that another office brings: its own names, places, topics and releases. */
async function anotherOffice(): Promise<string> {
  const picture = sharp({ create: { width: 900, height: 600, channels: 3, background: "teal" } });
  return aContentFolder({
    "kreis.yaml": `name: Landkreis Wattmark
url: https://presse.wattmark.example
description: Was der Landkreis Wattmark mitteilt.
pressIdPrefix: lkw
address: { street: Am Deich 1, postalCode: '98765', city: Wattstadt }
phone: 04999 1-0
email: post@wattmark.example
pressContacts:
  - { name: Presseamt, phone: 04999 1-200, email: presse@wattmark.example }
responsible: { name: Antje Muster, address: 'Am Deich 1, 98765 Wattstadt' }
social:
  - { network: mastodon, name: Mastodon, url: https://social.example/@wattmark }
`,
    "themen.yaml": "- { name: Deiche, slug: deiche, description: Was vor der Flut schützt. }\n",
    "orte.yaml": "- { name: Wattstadt, slug: wattstadt, key: '03999001', parts: [Priel] }\n",
    "a-z.yaml": "- { name: Strandkorb anmelden, url: /kontakt/, aka: [Korb] }\n",
    "pressemitteilungen/2026/2026-03-01-deichschau.md": `---
title: Deichschau beginnt
date: 2026-03-01 10:00
pressId: lkw.2026.03.01.001.am
withdrawn: { date: 2026-03-03 10:00, reason: Der Termin stand nicht fest. }
---
Die Schau beginnt.
`,
    "pressemitteilungen/2026/2026-03-02-deichbau.md": `---
title: Der Deich wird höher
subtitle: Bau beginnt im Mai
date: 2026-03-02 10:00
pressId: lkw.2026.03.02.002.am
tags: [Deiche]
places: [Wattstadt]
photo: { file: deich.jpg, headline: Am Deich, caption: Der Deich, alt: Ein Deich, credit: 'Foto: Muster' }
attachments: [{ file: plan.pdf, title: Plan }]
corrections: [{ date: 2026-03-03 10:00, note: Der Bau beginnt im Mai. }]
events: [{ title: Spatenstich, start: 2026-05-04 11:00, place: Priel }]
follows: lkw.2026.03.01.001
redirectFrom: [/alt/deich.php, /alt/deich]
---
**Landkreis Wattmark (lkw.2026.03.02.002.am).** Der Deich bei Wattstadt wird höher.
`,
    "pressemitteilungen/2026/deich.jpg": await picture.jpeg().toBuffer(),
    "pressemitteilungen/2026/plan.pdf": "%PDF-1.4 Beispiel",
  });
}

it("Another office brings its own content and nothing else: its site names no other office, in no file", async () => {
  const output = join(await aTemporaryFolder(), "_site");
  const { code, stdout, stderr } = await runCommand(
    "build",
    [`--input=${await anotherOffice()}`, `--output=${output}`],
    { SOURCE_DATE_EPOCH: String(Date.parse("2026-03-04T10:00:00Z") / 1000) },
  );
  expect([code, code === 0 ? "" : stdout + stderr]).toEqual([0, ""]);
  const contents = await builtSite(output).contents();
  const filesThatSay = (name: RegExp) =>
    contents.filter(([path, bytes]) => name.test(`${path}\n${bytes.toString("utf8")}`)).map(([path]) => path);
  // A program, not content: its messages give examples, as those of `npm run check` do.
  expect(filesThatSay(/soest|\bkso[."/]/i)).toEqual(["redaktion/editing-page.js"]);
  expect(filesThatSay(/Landkreis Wattmark/)).toEqual(expect.arrayContaining(["index.html", "feed.xml"]));
  expect(filesThatSay(/Vorname Name\/ Landkreis Wattmark/)).toEqual(["redaktion/index.html"]);
});
