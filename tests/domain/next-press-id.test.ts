import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPressIdSign, nextPressId, pressNumbersIn } from "../../src/domain/next-press-id.ts";
import { formatPressId } from "../../src/domain/press-id.ts";

describe("Running numbers of a year", () => {
  it.each([
    ["an ID as printed", "pressId: kso.2019.03.27.134.sm/-rn", [134]],
    ["an ID without sign", "kso.2019.03.27.007", [7]],
    ["an ID in capitals with days of one digit", "KSO.2019.3.7.12.SM", [12]],
    ["several", "kso.2019.01.01.001.a kso.2019.01.02.002.b", [1, 2]],
    ["another year", "kso.2018.12.31.900.tb", []],
    ["another office", "akso.2019.03.27.134.tb", []],
    ["more digits than an ID has", "kso.2019.03.27.123456", []],
  ])("are found in %s", (_, text, expected) => {
    expect(pressNumbersIn(text, "kso", "2019")).toEqual(expected);
  });

  it("go on above the highest, so that no number is given twice", () => {
    const number = fc.integer({ min: 1, max: 99_998 });
    fc.assert(
      fc.property(fc.array(number), (taken) => {
        const id = nextPressId(taken, { prefix: "kso", day: "2019-03-27", sign: "sm" });
        expect(taken.every((other) => other < id.number)).toBe(true);
        expect(pressNumbersIn(formatPressId(id), "kso", "2019")).toEqual([id.number]);
      }),
    );
  });

  it("begin with 1", () => {
    expect(nextPressId([], { prefix: "kso", day: "2020-01-01" }).number).toBe(1);
  });
});

describe("Initials at the end of a press ID", () => {
  it.each(["sm/-rn", "tw/-rn", "ht/jdw", "mh/tw", "tb", "amb", "-rn", "ü"])("can be %s", (sign) => {
    expect(isPressIdSign(sign)).toBe(true);
  });

  it.each(["", "SM", "Sabine", "sm-rn", "sm/", "sm.rn", "sm rn", "1"])("cannot be „%s“", (sign) => {
    expect(isPressIdSign(sign)).toBe(false);
  });
});
