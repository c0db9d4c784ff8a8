/** Lets work begin while the pixels in hand stay below a limit; see {@link createPixelBudget}. */
export type PixelBudget = <T>(pixels: number, work: () => Promise<T>) => Promise<T>;

/**
 * Bounds the memory of decoding by the pixels of the photos in hand rather than by their number: five photos of
 * 24 megapixels, or one of 120. Work begins in the order it was asked for; what alone exceeds the limit runs alone.
 */
export function createPixelBudget(limit: number): PixelBudget {
  let inHand = 0;
  const waiting: { readonly pixels: number; readonly begin: () => void }[] = [];
  const admit = () => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if (inHand > 0 && inHand + next.pixels > limit) return;
      waiting.shift();
      inHand += next.pixels;
      next.begin();
    }
  };
  return async (pixels, work) => {
    await new Promise<void>((begin) => {
      waiting.push({ pixels, begin });
      admit();
    });
    try {
      return await work();
    } finally {
      inHand -= pixels;
      admit();
    }
  };
}
