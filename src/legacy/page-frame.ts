import { edgeName, endName, furnitureName, type NamedOffice } from "./furniture.ts";
import type { Unit } from "./page.ts";
import type { Sheet } from "./sheet.ts";

/** Whether a unit belongs to the page and not to its release, wherever it stands. */
export function belongsToPage({ isFrame, text }: Unit, office: NamedOffice): boolean {
  return isFrame || furnitureName(text, office) !== undefined;
}

/** Takes what stands in the page's frame, and the lines that are furniture wherever they stand. */
export function loseFurniture(sheet: Sheet, office: NamedOffice): void {
  for (const unit of sheet.open) {
    if (unit.kind === "picture") continue;
    if (belongsToPage(unit, office))
      sheet.lose(`Seitenrahmen: ${furnitureName(unit.text, office) ?? "Kopf, Fuß oder Navigation"}`, unit);
  }
}

/** Takes what stands behind the line that ends a release, where that has been reached. */
export function loseBehindEnd(sheet: Sheet, office: NamedOffice): void {
  const start = sheet.units.findIndex(
    ({ text, kind }) => kind !== "picture" && text.length > 100 && furnitureName(text, office) === undefined,
  );
  const end = sheet.units.findIndex(
    ({ text }, index) => index > start && endName(text, office) !== undefined,
  );
  if (start === -1 || end === -1) return;
  const name = endName(sheet.units[end]?.text ?? "", office);
  sheet.lose(
    `Seitenrahmen: hinter „${name}“`,
    ...sheet.units.slice(end).filter((unit) => sheet.isOpen(unit)),
  );
}

/** Takes menu words and the like before the title and behind the text. */
export function loseEdges(sheet: Sheet, office: NamedOffice): void {
  const words = sheet.open.filter(({ kind }) => kind !== "picture");
  const isEdge = (text: string) => edgeName(text, office) !== undefined;
  const first = words.findIndex(({ text }) => !isEdge(text));
  const last = words.findLastIndex(({ text }) => !isEdge(text));
  for (const [index, unit] of words.entries()) {
    if (index < first || index > last) sheet.lose(`Seitenrahmen: ${edgeName(unit.text, office)}`, unit);
  }
}
