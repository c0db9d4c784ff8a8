import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keptFolder } from "../../src/eleventy/kept-folder.ts";
import { aFolder } from "../photos/pictures.ts";

const filledWith = (text: string) => async (folder: string) => writeFileSync(join(folder, "skript.js"), text);
const textIn = (folder: string) => readFileSync(join(folder, "skript.js"), "utf8");

describe("Files that hang on the code alone", () => {
  it("are made once, and found by the next build", async () => {
    const cacheFolder = aFolder();
    const first = await keptFolder(cacheFolder, filledWith("1"));
    const second = await keptFolder(cacheFolder, filledWith("2"));
    expect(second).toBe(first);
    expect(textIn(second)).toBe("1");
  });

  it.each([
    ["a file of it is gone", (file: string) => rmSync(file)],
    ["a file of it is empty", (file: string) => writeFileSync(file, "")],
    ["a file of it is another", (file: string) => writeFileSync(file, "2")],
    ["something else lies in it", (file: string) => writeFileSync(`${file}.map`, "")],
  ])("are made anew where %s", async (_, damage) => {
    const cacheFolder = aFolder();
    damage(join(await keptFolder(cacheFolder, filledWith("1")), "skript.js"));
    const again = await keptFolder(cacheFolder, filledWith("1"));
    expect(readdirSync(again)).toEqual(["skript.js"]);
    expect(textIn(again)).toBe("1");
  });

  it("are made by builds at the same time without taking each other's", async () => {
    const cacheFolder = aFolder();
    const folders = await Promise.all([1, 2, 3].map(() => keptFolder(cacheFolder, filledWith("1"))));
    expect(folders.map(textIn)).toEqual(["1", "1", "1"]);
    expect(readdirSync(cacheFolder)).toHaveLength(1);
  });

  it("are not taken for made where making them failed", async () => {
    const cacheFolder = aFolder();
    const failing = keptFolder(cacheFolder, async () => {
      throw new Error("voll");
    });
    await expect(failing).rejects.toThrow("voll");
    expect(textIn(await keptFolder(cacheFolder, filledWith("1")))).toBe("1");
  });
});
