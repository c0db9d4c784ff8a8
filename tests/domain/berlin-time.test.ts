import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  BERLIN,
  endOf,
  germanDate,
  germanDateTime,
  germanLongDate,
  germanMonth,
  isoDateTime,
  momentAt,
  parseMoment,
} from "../../src/domain/berlin-time.ts";
import { at, instantOf } from "../fixtures/newsroom.ts";

const utc = (text: string) => Date.parse(text);

function faultOf(text: string): string {
  const read = parseMoment(text);
  return "fault" in read ? read.fault : `no fault but ${JSON.stringify(read)}`;
}

describe("An editor writes the time on the clock of Berlin", () => {
  it.each([
    ["2019-03-27 10:00", "2019-03-27T09:00:00Z", "10:00"],
    ["2019-07-27 10:00", "2019-07-27T08:00:00Z", "10:00"],
    ["2019-03-27T10:00", "2019-03-27T09:00:00Z", "10:00"],
    ["2019-03-27  10:00", "2019-03-27T09:00:00Z", "10:00"],
    [" 2019-03-27 10:00 ", "2019-03-27T09:00:00Z", "10:00"],
    ["2019-03-27 10:00:59", "2019-03-27T09:00:59Z", "10:00"],
    ["2019-03-27 00:00", "2019-03-26T23:00:00Z", "00:00"],
    ["2019-03-27 23:59:59", "2019-03-27T22:59:59Z", "23:59"],
    ["2020-02-29 12:00", "2020-02-29T11:00:00Z", "12:00"],
  ])("%j is %s", (text, instant, time) => {
    expect(parseMoment(text)).toEqual({ instant: utc(instant), day: text.trim().slice(0, 10), time });
  });

  it.each([
    ["2019-03-27T10:00Z", "2019-03-27", "11:00"],
    ["2019-03-27T10:00:00.000Z", "2019-03-27", "11:00"],
    ["2019-03-27T10:00+01:00", "2019-03-27", "10:00"],
    ["2019-03-27 10:00 +0200", "2019-03-27", "09:00"],
    ["2019-03-27T23:30Z", "2019-03-28", "00:30"],
    ["2020-01-01T00:00+05:30", "2019-12-31", "19:30"],
    ["2019-03-27T10:00-12:00", "2019-03-27", "23:00"],
  ])("a foreign offset is brought to Berlin: %s is %s %s", (text, day, time) => {
    expect(parseMoment(text)).toMatchObject({ day, time });
  });

  it("a day alone has no time and begins at midnight", () => {
    expect(parseMoment("2019-03-27")).toEqual({ instant: utc("2019-03-26T23:00:00Z"), day: "2019-03-27" });
  });
});

describe("Daylight saving", () => {
  it.each(["2019-03-31", "2026-03-29"])("skips the hour from 2 to 3 on %s", (day) => {
    expect(faultOf(`${day} 02:00`)).toContain("gibt es");
    expect(faultOf(`${day} 02:59:59`)).toContain("Sommerzeit");
    expect(at(`${day} 01:59`).instant + 60_000).toBe(at(`${day} 03:00`).instant);
  });

  it.each(["2019-10-27", "2026-10-25"])("has the hour from 2 to 3 twice on %s", (day) => {
    expect(faultOf(`${day} 02:00`)).toContain("zweimal");
    expect(faultOf(`${day} 02:59:59`)).toContain("zweimal");
    expect(at(`${day} 03:00`).instant - at(`${day} 01:59`).instant).toBe(121 * 60_000);
  });

  it.each(["2019-10-27", "2026-10-25"])("leaves no doubt on %s where an offset is written", (day) => {
    const [summer, winter] = [at(`${day}T02:30+02:00`), at(`${day}T02:30+01:00`)];
    expect(summer).toMatchObject({ day, time: "02:30" });
    expect(winter).toMatchObject({ day, time: "02:30" });
    expect(winter.instant - summer.instant).toBe(60 * 60_000);
  });

  it("tells the editor which time is missing", () => {
    expect(faultOf("2019-03-31 02:30")).toMatchInlineSnapshot(
      `"Die Uhrzeit 02:30 gibt es am 2019-03-31 nicht: Die Uhr springt von 2:00 auf 3:00 (Sommerzeit). Bitte eine andere Uhrzeit eintragen."`,
    );
  });

  it("tells the editor how to write a time that occurs twice, and reads both answers", () => {
    const fault = faultOf("2019-10-27 02:30");
    expect(fault).toMatchInlineSnapshot(
      `"Die Uhrzeit 02:30 gibt es am 2019-10-27 zweimal (Ende der Sommerzeit). Bitte mit Abstand zur Weltzeit schreiben: 2019-10-27T02:30:00+02:00 oder 2019-10-27T02:30:00+01:00."`,
    );
    const answers = fault.match(/2019-10-27T\S+\d/g) ?? [];
    expect(answers.map(at)).toEqual([at("2019-10-27T02:30+02:00"), at("2019-10-27T02:30+01:00")]);
  });
});

describe("What is no date is told with the right one where it can be guessed", () => {
  it.each([
    ["27.03.2019", "„27.03.2019“ ist kein Datum. Gemeint ist wohl 2019-03-27."],
    ["27.3.2019 9:05", "„27.3.2019 9:05“ ist kein Datum. Gemeint ist wohl 2019-03-27 09:05."],
    ["27. 3. 2019, 10.00 Uhr", "„27. 3. 2019, 10.00 Uhr“ ist kein Datum. Gemeint ist wohl 2019-03-27 10:00."],
    ["2019\u201103\u201127", "„2019\u201103\u201127“ ist kein Datum. Gemeint ist wohl 2019-03-27."],
    ["2019-3-27", "„2019-3-27“ ist kein Datum. Gemeint ist wohl 2019-03-27."],
    ["2019-03-27 9:05", "„2019-03-27 9:05“ ist kein Datum. Gemeint ist wohl 2019-03-27 09:05."],
    ["2019-03-27 10:00 Uhr", "„2019-03-27 10:00 Uhr“ ist kein Datum. Gemeint ist wohl 2019-03-27 10:00."],
  ])("%s", (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it.each([
    "",
    " ",
    "morgen",
    "27. März 2019",
    "31.02.2019",
    "2019",
    "2019-03",
    "2019-03-27 10",
    "2019-03-27T",
    "2019-03-27T10:00+99:99",
    "2019-03-27T10:00+1",
    "20190327",
    "03/27/2019",
    "２０１９-03-27",
  ])("%j is answered with what is expected", (text) => {
    expect(faultOf(text)).toMatch(
      /ist kein Datum\. Erwartet wird ein Datum mit Uhrzeit wie 2019-03-27 10:00/,
    );
  });

  it.each([
    ["2019-02-29", "Den Tag 2019-02-29 gibt es im Kalender nicht."],
    ["2019-04-31 10:00", "2019-04-31 10:00 gibt es im Kalender nicht."],
    ["2019-13-01", "Den Tag 2019-13-01 gibt es im Kalender nicht."],
    ["2019-02-30T10:00Z", "gibt es im Kalender nicht."],
    ["2019-03-27 24:00", "Die Uhrzeit 24:00 gibt es nicht. Erwartet wird 00:00 bis 23:59."],
    ["2019-03-27T24:00+01:00", "Die Uhrzeit 24:00 gibt es nicht."],
    ["2019-03-27 10:60", "Die Uhrzeit 10:60 gibt es nicht."],
    ["2019-03-27 10:00:60", "Die Uhrzeit 10:00:60 gibt es nicht."],
    ["1948-12-31", "Das Jahr 1948 liegt außerhalb von 1949 bis 2199."],
    ["1949-01-01T00:00+14:00", "Das Jahr 1948 liegt außerhalb"],
    ["2200-01-01", "Das Jahr 2200 liegt außerhalb"],
    ["0000-01-01", "Das Jahr 0 liegt außerhalb"],
  ])("%s: %s", (text, fault) => {
    expect(faultOf(text)).toContain(fault);
  });

  it("stays one line, whatever was written", () => {
    expect(faultOf(`a\nb\u001B[31m${"x".repeat(500)}`)).toMatch(
      /^„a b \[31mx{1,80}…“ ist kein Datum\. [^\n]*$/,
    );
  });
});

describe("A moment ends", () => {
  it("at its instant, where a time was written", () => {
    expect(endOf(at("2026-12-31 10:00"))).toBe(instantOf("2026-12-31 10:00"));
  });

  it.each([
    ["2026-12-31", "2027-01-01 00:00"],
    ["2019-03-31", "2019-04-01 00:00"],
    ["2019-10-27", "2019-10-28 00:00"],
    ["2020-02-28", "2020-02-29 00:00"],
  ])("with the day, where the day %s alone was written", (day, end) => {
    expect(endOf(at(day))).toBe(instantOf(end));
  });
});

describe("Readers see times as releases print them", () => {
  it("with the time where one was written", () => {
    expect(germanDateTime(at("2019-03-27 10:00"))).toBe("27.03.2019 10:00");
    expect(germanDateTime(at("2019-03-27"))).toBe("27.03.2019");
  });

  it("in figures and in words", () => {
    expect(germanDate("2019-03-07")).toBe("07.03.2019");
    expect(germanLongDate("2019-03-07")).toBe("7. März 2019");
    expect(germanLongDate("2022-06-03")).toBe("3. Juni 2022");
  });

  it("with the twelve German months and no other", () => {
    expect([1, 12].map(germanMonth)).toEqual(["Januar", "Dezember"]);
    for (const none of [0, 13, -1, 1.5, Number.NaN]) expect(() => germanMonth(none)).toThrow(RangeError);
  });

  it("and machines with Berlin's offset of that day", () => {
    expect(isoDateTime(instantOf("2019-03-27 10:00"))).toBe("2019-03-27T10:00:00+01:00");
    expect(isoDateTime(instantOf("2019-07-27 10:00"))).toBe("2019-07-27T10:00:00+02:00");
  });
});

const minute = fc
  .integer({ min: utc("1981-01-01T00:00Z") / 60_000, max: utc("2199-12-30T00:00Z") / 60_000 })
  .map((minutes) => minutes * 60_000);

describe("Summer begins and ends when the time zone database says so", () => {
  const aroundChange = fc
    .record({
      year: fc.integer({ min: 1949, max: 2199 }),
      month: fc.constantFrom(2, 3, 8, 9),
      minute: fc.integer({ min: -2 * 1440, max: 33 * 1440 }),
    })
    .map(({ year, month, minute: after }) => Date.UTC(year, month) + after * 60_000);

  it("to the minute", () => {
    fc.assert(
      fc.property(aroundChange, (instant) => {
        const expected = DateTime.fromMillis(instant, { zone: BERLIN });
        expect(isoDateTime(instant)).toBe(expected.toISO({ suppressMilliseconds: true }));
        const day = expected.toISODate() ?? "";
        expect(parseMoment(day)).toEqual({ instant: expected.startOf("day").toMillis(), day });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("Whatever instant is written can be read again", () => {
  it("in ISO 8601 with its offset", () => {
    fc.assert(
      fc.property(minute, (instant) => {
        expect(parseMoment(isoDateTime(instant))).toEqual(momentAt(instant));
      }),
    );
  });

  it("in the editor's form, unless daylight saving makes it ambiguous", () => {
    fc.assert(
      fc.property(minute, (instant) => {
        const { day, time } = momentAt(instant);
        const read = parseMoment(`${day} ${time}`);
        if ("fault" in read) expect(read.fault).toContain("zweimal");
        else expect(read.instant).toBe(instant);
      }),
    );
  });
});
