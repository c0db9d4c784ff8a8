import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../src/advice/sentences.ts";

describe("A German text parts into sentences", () => {
  it.each([
    ["Es regnet. Die Straße ist nass."],
    ["Bewegung, z. B. Laufen, hilft. Das gilt i. d. R. für alle."],
    ["Am 26. März 2019 um 9.30 Uhr geht es los. Um 17.30 Uhr ist Schluss."],
    ["Dr. Stefan Buchholt kommt. Mit ihm kommt Prof. Dr. Beispielmann."],
    ["Die Ausgabe Nr. 5 ist da. Sie regelt § 99 Abs. 1 der Beispielverordnung."],
    ["Das 19. Jahrhundert war lang. In der 47. Kalenderwoche wird gemessen."],
    ["„Es geht los.“ Alle freuen sich."],
    ["Ist das so? Ja!"],
    ["Es kostet ca. 3 Mio. Euro bzw. etwas mehr. Das Land zahlt."],
    ["Die Wege sind ca. 2.500 m lang. Sie führen durch St. Beispiel."],
    ["Der Plan gilt bis 2026. Danach gilt ein neuer."],
    ["Tempo 30 gilt bis Tor 12. Radfahrer sind frei."],
    ["Am 26.3. tagt der Ausschuss. Er tagt am 27.03.2019 wieder."],
  ])("%s", (text) => {
    const sentences = sentencesOf(text);
    expect(sentences.map((sentence) => sentence.text).join(" ")).toBe(text);
    expect(sentences).toHaveLength(2);
  });

  it("goes on behind a question within a quotation", () => {
    expect(sentencesOf("„Ist das so?“, fragte sie.")).toHaveLength(1);
  });

  it("knows where each sentence begins", () => {
    const text = "Am 26. März.  Danach nicht.";
    expect(sentencesOf(text)).toEqual([
      { text: "Am 26. März.", index: 0 },
      { text: "Danach nicht.", index: 14 },
    ]);
  });
});
