import fc from "fast-check";
import { expect, it } from "vitest";
import { createPixelBudget } from "../../src/photos/pixel-budget.ts";

it("The photos in hand never hold more pixels than the budget, unless one alone does, and all get their turn", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 150 }), { maxLength: 30 }), async (sizes) => {
      const withinBudget = createPixelBudget(100);
      const inHand: number[] = [];
      const begun: number[] = [];
      await Promise.all(
        sizes.map((size, index) =>
          withinBudget(size, async () => {
            begun.push(index);
            inHand.push(size);
            expect(inHand.length === 1 || inHand.reduce((sum, each) => sum + each, 0) <= 100).toBe(true);
            await new Promise((done) => setImmediate(done));
            inHand.splice(inHand.indexOf(size), 1);
          }),
        ),
      );
      expect(begun).toEqual(sizes.map((_, index) => index));
    }),
  );
});

it("A photo that fails gives its pixels back", async () => {
  const withinBudget = createPixelBudget(100);
  const failing = withinBudget(100, () => Promise.reject(new Error("beschädigt")));
  const next = withinBudget(100, async () => "gemacht");
  await expect(failing).rejects.toThrow("beschädigt");
  expect(await next).toBe("gemacht");
});
