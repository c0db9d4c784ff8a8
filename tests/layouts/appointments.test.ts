import { describe, expect, it } from "vitest";
import { appointments, eventTime } from "../../layouts/appointments.ts";
import { eventsPage } from "../../layouts/events.ts";
import { anEvent, aRelease, aSite, at, instantOf } from "../fixtures/newsroom.ts";
import { readPage } from "./read-page.ts";

describe("the time of an appointment", () => {
  it.each([
    ["2019-04-05 18:00", "2019-04-05 20:00", "Freitag, 5. April 2019, 18:00 bis 20:00 Uhr"],
    ["2019-04-05 18:00", undefined, "Freitag, 5. April 2019, 18:00 Uhr"],
    ["2019-04-05", undefined, "Freitag, 5. April 2019"],
    ["2019-04-05", "2019-04-07", "Freitag, 5. April 2019, bis Sonntag, 7. April 2019"],
    [
      "2019-04-05 18:00",
      "2019-04-06 02:00",
      "Freitag, 5. April 2019, 18:00 Uhr, bis Samstag, 6. April 2019, 02:00 Uhr",
    ],
  ])("from %s to %s is „%s“", (start, end, written) => {
    const event = anEvent(start, end === undefined ? {} : { end: at(end) });
    expect(eventTime(event).replaceAll("\u00A0", " ")).toBe(written);
  });
});

describe("appointments", () => {
  const release = aRelease({
    events: [
      anEvent("2026-06-01", { title: "heute" }),
      anEvent("2026-06-01 09:00", { title: "heute früh, ohne Ende" }),
      anEvent("2026-06-01 09:00", { title: "heute früh", end: at("2026-06-01 10:00") }),
      anEvent("2026-07-01 18:00", { title: "bald" }),
      anEvent("2026-05-30 18:00", { title: "neulich" }),
      anEvent("2025-05-30", { title: "voriges Jahr" }),
    ],
  });
  const titles = (list: readonly { readonly event: { readonly title: string } }[]) =>
    list.map(({ event }) => event.title);

  it("are to come until they are over; one without an end lasts through its day", () => {
    const { edition } = aSite({ releases: [release] }, { now: instantOf("2026-06-01 12:00") });
    const { upcoming, past } = appointments(edition);
    expect(titles(upcoming)).toEqual(["heute", "heute früh, ohne Ende", "bald"]);
    expect(titles(past)).toEqual(["heute früh", "neulich", "voriges Jahr"]);
  });

  it("of a withdrawn release are gone", () => {
    const withdrawn = { ...release, withdrawn: { date: at("2026-05-31"), reason: "Irrtum." } };
    const { edition } = aSite({ releases: [withdrawn] });
    expect(appointments(edition)).toEqual({ upcoming: [], past: [] });
  });

  it("stand on their page with a link to their release", () => {
    const { texts, linkTo } = readPage(eventsPage(aSite({ releases: [release] })));
    expect(texts("main h2")).toEqual(["Kommende Termine", "Vergangene Termine"]);
    expect(linkTo("bald")).toBe(release.address);
    expect(linkTo("Alle Termine als Kalender (ICS)")).toBe("/termine.ics");
  });

  it("that are none are said to be none", () => {
    expect(readPage(eventsPage(aSite())).text("main section")).toBe(
      "Kommende Termine Zurzeit ist kein Termin angekündigt.",
    );
  });
});
