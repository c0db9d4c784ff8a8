import fc from "fast-check";
import ical, { type VEvent } from "node-ical";
import { describe, expect, it } from "vitest";
import type { Release } from "../../src/domain/release.ts";
import { appointmentFiles, calendarFile } from "../../src/outputs/calendar.ts";
import { aCorrection, anEvent, anOffice, aRelease, aSite, at } from "../fixtures/newsroom.ts";
import { awkwardLine } from "./awkward-text.ts";
import { fileAt } from "./machine-reader.ts";

const office = anOffice({ homepage: "https://www.kreis.example/" });
function filesOf(...releases: Release[]) {
  const site = aSite({ office, releases });
  return [calendarFile(site), ...site.edition.releases.flatMap((release) => appointmentFiles(release, site))];
}

function eventsIn(text: string): VEvent[] {
  return Object.values(ical.sync.parseICS(text)).filter((part): part is VEvent => part?.type === "VEVENT");
}

function onlyEvent(release: Release): VEvent {
  const [event, ...others] = eventsIn(fileAt(filesOf(release), "/termine.ics"));
  if (event === undefined || others.length > 0) throw new Error("Expected one event");
  return event;
}

const workshop = anEvent("2019-07-05 18:00", {
  title: "Workshop",
  end: at("2019-07-05 20:00"),
  place: "Tagungsstätte, Soest",
});

describe("The calendar", () => {
  it("tells an appointment's title, place, begin and end in Berlin's time", () => {
    const event = onlyEvent(aRelease({ title: "Einladung", events: [workshop] }));
    expect(event.summary).toBe("Workshop");
    expect(event.location).toBe("Tagungsstätte, Soest");
    expect(event.start.toISOString()).toBe("2019-07-05T16:00:00.000Z");
    expect(event.end?.toISOString()).toBe("2019-07-05T18:00:00.000Z");
    expect(event.url).toBe("https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/");
    expect(event.description).toBe(
      "Einladung\nhttps://presse.example.org/pressemitteilungen/2019/03/27/beispiel/",
    );
  });

  it("has each appointment as a file beside its release", () => {
    const release = aRelease({ events: [workshop, anEvent("2019-07-06", { title: "Aktionstag" })] });
    const files = filesOf(release);
    expect(files.map(({ address }) => address)).toEqual([
      "/termine.ics",
      "/pressemitteilungen/2019/03/27/beispiel/termin-1.ics",
      "/pressemitteilungen/2019/03/27/beispiel/termin-2.ics",
    ]);
    const titles = files.map(({ content }) => eventsIn(content).map(({ summary }) => summary));
    expect(titles).toEqual([["Aktionstag", "Workshop"], ["Workshop"], ["Aktionstag"]]);
  });

  it.each([
    ["2019-07-05", undefined, "20190705", "20190706"],
    ["2019-07-05", "2019-07-07", "20190705", "20190708"],
    ["2019-07-05", "2019-07-05 20:00", "20190705", "20190706"],
    ["2019-03-31", undefined, "20190331", "20190401"],
  ])("takes whole days where no time is written: %s until %s", (start, end, dtstart, dtend) => {
    const event = anEvent(start, end === undefined ? {} : { end: at(end) });
    const text = fileAt(filesOf(aRelease({ events: [event] })), "/termine.ics");
    expect(text).toContain(`DTSTART;VALUE=DATE:${dtstart}\r\nDTEND;VALUE=DATE:${dtend}\r\n`);
  });

  it("names no end that is not behind the begin", () => {
    const event = anEvent("2019-07-05 18:00", { end: at("2019-07-05 18:00") });
    expect(fileAt(filesOf(aRelease({ events: [event] })), "/termine.ics")).not.toContain("DTEND");
  });

  it("ends with the last day where an appointment with a time ends on a day", () => {
    const event = onlyEvent(aRelease({ events: [anEvent("2019-07-05 18:00", { end: at("2019-07-06") })] }));
    expect(event.end?.toISOString()).toBe("2019-07-06T22:00:00.000Z");
  });

  it("knows an appointment again after a correction, and that it is newer", () => {
    const before = onlyEvent(aRelease({ events: [workshop] }));
    const after = onlyEvent(
      aRelease({
        title: "Einladung, berichtigt",
        events: [{ ...workshop, title: "Workshop, verlegt", start: at("2019-07-06 18:00") }],
        corrections: [aCorrection("2019-03-29 08:00"), aCorrection("2019-03-28 08:00")],
      }),
    );
    expect(before.uid).toBe("2019-03-27-beispiel-termin-1@kreis.example");
    expect(after.uid).toBe(before.uid);
    expect([Number(before.sequence), Number(after.sequence)]).toEqual([0, 2]);
    expect(after.dtstamp.toISOString()).toBe("2019-03-29T07:00:00.000Z");
  });

  it("holds at most 500 appointments, those to come before the past", () => {
    const releases = Array.from({ length: 60 }, (_, index) =>
      aRelease({
        slug: `nummer-${index}`,
        events: Array.from({ length: 10 }, (_, day) =>
          anEvent(`2019-${String(1 + (index % 12)).padStart(2, "0")}-${String(day + 1).padStart(2, "0")}`),
        ),
      }),
    );
    const events = eventsIn(fileAt(filesOf(...releases), "/termine.ics"));
    expect(events).toHaveLength(500);
    expect(events[0]?.start.getMonth()).toBe(11);
  });

  it("drops the appointments of a withdrawn release", () => {
    const release = aRelease({
      events: [workshop],
      withdrawn: { date: at("2019-04-01 09:00"), reason: "Grund" },
    });
    expect(filesOf(release).map(({ address }) => address)).toEqual(["/termine.ics"]);
  });

  it("has lines of at most 75 bytes that end as the standard says", () => {
    const title = "Größenwahn 👩‍🚒".repeat(10);
    const text = fileAt(filesOf(aRelease({ title, events: [{ ...workshop, title }] })), "/termine.ics");
    const lines = text.split("\r\n");
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
    expect(lines.slice(-2)).toEqual(["END:VCALENDAR", ""]);
  });

  it("carries any text unchanged, but for the line ends at which readers would lose the rest", () => {
    const spaced = (text: string) => text.replace(/[\u2028\u2029]/g, " ");
    // node-ical takes an escaped backslash before an n for a line end; RFC 5545, section 3.3.11, does not.
    const line = awkwardLine.filter((text) => !/\\n/i.test(text));
    fc.assert(
      fc.property(line, line, (title, place) => {
        const event = onlyEvent(aRelease({ events: [{ ...workshop, title, place }] }));
        expect(event.summary).toBe(spaced(title));
        expect(event.location).toBe(spaced(place));
      }),
    );
  });
});
