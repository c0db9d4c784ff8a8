import { edgeName, endName, furnitureName } from "./furniture.ts";
import type { Unit } from "./page.ts";
import type { Sheet } from "./sheet.ts";

/** Whether a unit belongs to the page and not to its release, wherever it stands. */
export function belongsToPage({ isFrame, text }: Unit): boolean {
  return isFrame || furnitureName(text) !== undefined;
}

/** Takes what stands in the page's frame, and the lines that are furniture wherever they stand. */
export function loseFurniture(sheet: Sheet): void {
  for (const unit of sheet.open) {
    if (unit.kind === "picture") continue;
    if (belongsToPage(unit))
      sheet.lose(`Seitenrahmen: ${furnitureName(unit.text) ?? "Kopf, Fuß oder Navigation"}`, unit);
  }
}

/** Takes what stands behind the line that ends a release, where that has been reached. */
export function loseBehindEnd(sheet: Sheet): void {
  const start = sheet.units.findIndex(
    ({ text, kind }) => kind !== "picture" && text.length > 100 && furnitureName(text) === undefined,
  );
  const end = sheet.units.findIndex(({ text }, index) => index > start && endName(text) !== undefined);
  if (start === -1 || end === -1) return;
  const name = endName(sheet.units[end]?.text ?? "");
  sheet.lose(
    `Seitenrahmen: hinter „${name}“`,
    ...sheet.units.slice(end).filter((unit) => sheet.isOpen(unit)),
  );
}

/** Takes menu words and the like before the title and behind the text. */
export function loseEdges(sheet: Sheet): void {
  const words = sheet.open.filter(({ kind }) => kind !== "picture");
  const isEdge = (text: string) => edgeName(text) !== undefined;
  const first = words.findIndex(({ text }) => !isEdge(text));
  const last = words.findLastIndex(({ text }) => !isEdge(text));
  for (const [index, unit] of words.entries()) {
    if (index < first || index > last) sheet.lose(`Seitenrahmen: ${edgeName(unit.text)}`, unit);
  }
}
