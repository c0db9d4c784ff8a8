import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passagesOf } from "../../src/advice/passage.ts";
import { weekdayAdvice } from "../../src/advice/weekdays.ts";
import { germanDate, germanLongDate } from "../../src/domain/berlin-time.ts";
import { written } from "./written.ts";

const OFFICE = { name: "Kreis Soest", pressIdPrefix: "kso" };
const adviceOn = (body: string, releaseDay?: string) =>
  weekdayAdvice(passagesOf(written(body), OFFICE), releaseDay);

describe("A weekday", () => {
  it.each([
    [
      "Dienstag, 27. März 2019",
      "Der 27. März 2019 ist ein Mittwoch.",
      "Mittwoch, 27. März 2019",
      "Dienstag, 26. März 2019",
    ],
    [
      "Montag, den 24.12.2026",
      "Der 24. Dezember 2026 ist ein Donnerstag.",
      "Donnerstag, 24. Dezember 2026",
      "Montag, 21. Dezember 2026",
    ],
    [
      "Di., 27.3.2019",
      "Der 27. März 2019 ist ein Mittwoch.",
      "Mittwoch, 27. März 2019",
      "Dienstag, 26. März 2019",
    ],
    [
      "Di 27.03.19",
      "Der 27. März 2019 ist ein Mittwoch.",
      "Mittwoch, 27. März 2019",
      "Dienstag, 26. März 2019",
    ],
    [
      "Ostermontag (23. April 2019)",
      "Der 23. April 2019 ist ein Dienstag.",
      "Dienstag, 23. April 2019",
      "Montag, 22. April 2019",
    ],
    [
      "Dienstagmorgen, 27. März 2019",
      "Der 27. März 2019 ist ein Mittwoch.",
      "Mittwoch, 27. März 2019",
      "Dienstag, 26. März 2019",
    ],
    [
      "Sonnabend, 31. März 2019",
      "Der 31. März 2019 ist ein Sonntag.",
      "Sonntag, 31. März 2019",
      "Samstag, 30. März 2019",
    ],
    [
      "Sonntag, 30. Dez. 2019",
      "Der 30. Dezember 2019 ist ein Montag.",
      "Montag, 30. Dezember 2019",
      "Sonntag, 29. Dezember 2019",
    ],
  ])("that does not fit its date gets both ways to mend it: %s", (text, fact, rightDay, rightDate) => {
    const [advice, ...more] = adviceOn(`Am ${text}, geht es los.`);
    expect(more).toEqual([]);
    expect(advice?.message).toBe(`${fact} Richtig ist „${rightDay}“ oder „${rightDate}“.`);
    expect([advice?.line, advice?.column]).toEqual([10, 4]);
  });

  it.each([
    "am Dienstag, 26. März 2019, und am Mittwoch (27.03.2019), Do., 28.3.2019",
    "von Montag bis Mittwoch, 29. September bis 1. Oktober 2025",
    "von Montag bis Donnerstag, 20. bis 23. Oktober 2025",
    "Montag, Mittwoch und Freitag, 8., 10. und 12. Juli 2019",
    "Dienstag, 26., und Mittwoch, 27. März 2019",
    "Freitag und Samstag, 5./6. April 2019, Di.-Do., 26.-28.3.2019",
    "Karfreitag, 19. April 2019",
    "jeden Dienstag, ab 27. März 2019, und Dienstag und Donnerstag, 27. März 2019",
    "Mo-Fr 8.30-12.30 Uhr, Mi. 8.00-12.00 Uhr, Mittwoch, 15.30 Uhr, Freitag, 8.30. Danach",
    "Dienstag, 2. Quartal 2019, Frau Freitag, 27 Jahre",
    "der Feiertag, 27. März 2019",
    "Dienstag, 1. Maifeier 2019",
  ])("that fits, or cannot be told, gets none: %s", (text) => {
    expect(adviceOn(text)).toEqual([]);
  });

  it("is checked in pairs, the one before taking month and year from the one behind", () => {
    expect(adviceOn("Montag und Mittwoch, 25. und 26. Juni 2024")[0]?.message).toMatch(/^Der 25. Juni 2024/);
    expect(adviceOn("Montag, 26., und Mittwoch, 27. März 2019")[0]?.message).toMatch(/^Der 26. März 2019/);
  });

  it("without a year is that near the release, and none where it lies far off", () => {
    expect(adviceOn("Dienstag, 5. Januar", "2026-12-20")).toEqual([]);
    expect(adviceOn("Montag, 5. Januar", "2026-12-20")[0]?.message).toBe(
      "Der 5. Januar 2027 ist ein Dienstag. Richtig ist „Dienstag, 5. Januar“ oder „Montag, 4. Januar“.",
    );
    expect(adviceOn("Montag, 5. Dezember", "2026-05-20")).toEqual([]);
    expect(adviceOn("Montag, 5. Januar")).toEqual([]);
  });

  it("says so of a day that the calendar lacks", () => {
    expect(adviceOn("Samstag, 30. Februar 2019")[0]?.message).toBe(
      "Den 30. Februar 2019 gibt es im Kalender nicht. Bitte das Datum berichtigen.",
    );
  });

  it("is right by the calendar for every day, in words and figures, and wrong for all others", () => {
    const weekday = new Intl.DateTimeFormat("de", { weekday: "long", timeZone: "UTC" });
    const anyDay = fc.date({ min: new Date("1950-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 6 }), (date, off) => {
        const day = date.toISOString().slice(0, 10);
        const right = weekday.format(date);
        const wrong = weekday.format(new Date(date.getTime() + off * 86_400_000));
        for (const form of [germanLongDate(day), germanDate(day)]) {
          expect(adviceOn(`${right}, ${form}`)).toEqual([]);
          const [advice] = adviceOn(`${wrong}, ${form}`);
          const remedies = [...(advice?.message.matchAll(/„(.+?)“/g) ?? [])].map(([, remedy = ""]) => remedy);
          expect(remedies[0]).toBe(`${right}, ${germanLongDate(day)}`);
          expect(remedies.flatMap((remedy) => adviceOn(remedy))).toEqual([]);
        }
      }),
    );
  });
});
