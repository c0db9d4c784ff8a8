import { describe, expect, it } from "vitest";
import { median, pairedRatio, spreadOf } from "../../bench/statistics.ts";

describe("The bench's statistics", () => {
  it.each([
    [[4], 4],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10],
  ])("take the middle of %j: %d", (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it("know no middle of nothing", () => {
    expect(() => median([])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: There is no median of nothing]`,
    );
  });

  it("tell the spread beside the middle, in whatever order the runs came", () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3, count: 3 });
  });

  it.each([
    ["each run with its partner", [2, 6], [1, 2], 2.5],
    ["a slow phase of the machine on both sides", [1, 10, 1], [2, 20, 2], 0.5],
    ["only runs that have a partner", [2, 6, 99], [1, 2], 2.5],
    ["one run against several", [2], [1, 2, 4], 2],
  ])("compare %s", (_, values, others, ratio) => {
    expect(pairedRatio(values, others)).toBe(ratio);
  });

  it("compare nothing with nothing", () => {
    expect(() => pairedRatio([1], [])).toThrow(RangeError);
  });
});
