import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDateTime, momentAt } from "../../src/domain/berlin-time.ts";
import { timestamp, utcTimestamp, writtenTimestamp } from "../../src/outputs/timestamp.ts";
import { at } from "../fixtures/newsroom.ts";

describe("A moment in machine formats", () => {
  it.each([
    ["2019-03-27 10:00", "2019-03-27T10:00:00+01:00"],
    ["2019-07-01 10:00", "2019-07-01T10:00:00+02:00"],
    ["2019-07-01T10:00:30+02:00", "2019-07-01T10:00:30+02:00"],
    ["2019-07-01T10:00:30Z", "2019-07-01T12:00:30+02:00"],
    ["2019-10-27T02:30:00+01:00", "2019-10-27T02:30:00+01:00"],
    ["2019-03-27", "2019-03-27T00:00:00+01:00"],
  ])("%s is %s", (written, expected) => {
    expect(timestamp(at(written))).toBe(expected);
  });

  it("says the same as the calendar does, at any instant since 1949", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20 * 365 * 86_400, max: 200 * 365 * 86_400 }), (seconds) => {
        expect(timestamp(momentAt(seconds * 1000))).toBe(isoDateTime(seconds * 1000));
      }),
    );
  });

  it("stays a day where a day alone was written", () => {
    expect(writtenTimestamp(at("2019-03-27"))).toBe("2019-03-27");
    expect(writtenTimestamp(at("2019-03-27 10:00"))).toBe("2019-03-27T10:00:00+01:00");
  });

  it("is told in UTC where a format asks for it", () => {
    expect(utcTimestamp(at("2019-07-01 10:00").instant)).toBe("2019-07-01T08:00:00Z");
  });
});
