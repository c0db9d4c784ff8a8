/** Several measurements of one thing. */
export type Spread = {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly count: number;
};

/**
 * The middle and the ends of some measurements.
 *
 * @example spreadOf([3, 1, 2]) → { median: 2, least: 1, most: 3, count: 3 }
 * @throws RangeError where nothing was measured
 */
export function spreadOf(values: readonly number[]): Spread {
  return {
    median: median(values),
    least: Math.min(...values),
    most: Math.max(...values),
    count: values.length,
  };
}

/**
 * The middle value; of an even number, the mean of the two in the middle.
 *
 * @example median([4, 1, 3, 2]) → 2.5
 * @throws RangeError where there is none
 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (lower === undefined || upper === undefined) throw new RangeError("There is no median of nothing");
  return (lower + upper) / 2;
}

/**
 * How many times as much one thing takes as another, run by run, so that a machine that slows down slows both; the
 * median. Runs without a partner are left out.
 *
 * @example pairedRatio([2, 6], [1, 2]) → 2.5
 * @throws RangeError where no run has a partner
 */
export function pairedRatio(values: readonly number[], others: readonly number[]): number {
  return median(
    values.flatMap((value, run) => {
      const other = others[run];
      return other === undefined ? [] : [value / other];
    }),
  );
}
