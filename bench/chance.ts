/** A fixed sequence of choices: the same for the same seed on every machine. */
export type Chance = {
  readonly below: (limit: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly isOneIn: (of: number) => boolean;
};

/**
 * Opens a sequence of choices by a linear congruential generator with the constants of Numerical Recipes; the upper
 * bits choose, as the lower ones repeat soon.
 *
 * @example createChance(1).below(6) → 1
 */
export function createChance(seed: number): Chance {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return {
    below,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    isOneIn: (of) => below(of) === 0,
  };
}
