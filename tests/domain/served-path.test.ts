import { expect, it } from "vitest";
import { servedPath } from "../../src/domain/served-path.ts";

it.each([
  ["/alt/", "/alt"],
  ["/alt/index.html", "/alt"],
  ["/index.html", ""],
  ["/alte/Seite%20eins", "/alte/Seite eins"],
  ["/M%C3%BCll/", "/Müll"],
  ["/presse.php?id=3", "/presse.php?id=3"],
  ["/kaputt%zz", "/kaputt%zz"],
])("a server looks for %s at %s", (address, path) => {
  expect(servedPath(address)).toBe(path);
});
