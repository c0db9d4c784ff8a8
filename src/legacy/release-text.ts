import { bodyMarkdown, withoutBars } from "./body-text.ts";
import { type Statement, sentencesOf } from "./event-proposals.ts";
import { type DatelineOffice, findDateline, type LegacyDateline } from "./legacy-dateline.ts";
import { isProse, sameness } from "./line-shape.ts";
import { escapeMarkdown } from "./markdown-escape.ts";
import type { Unit } from "./page.ts";
import type { Sheet } from "./sheet.ts";

/** What leads the text: a unit, its words without the dateline, and the unit in which those stand. */
export type Opening = {
  readonly unit: Unit;
  readonly words: string;
  readonly wordsIn: Unit;
  readonly dateline?: LegacyDateline;
};

/**
 * The unit with the dateline; of a dateline on a line of its own, the words are those of the next, and the place may
 * stand on the line before.
 */
export function datelineOpening(sheet: Sheet, office: DatelineOffice): Opening | undefined {
  const open = sheet.open.filter(({ kind }) => kind === "text" || kind === "heading");
  for (const [index, unit] of open.entries()) {
    const found = findDateline(unit.text, office);
    if (found === undefined) continue;
    const above = found.place === "" ? open[index - 1] : undefined;
    const isPlace = above !== undefined && sameness(above.text) === sameness(office.name);
    if (isPlace) sheet.place("Text", above);
    const dateline = isPlace
      ? { ...found, place: above.text, printed: `${above.text} ${found.printed}` }
      : found;
    const next = found.rest === "" ? open[index + 1] : undefined;
    return { unit, words: next?.text ?? found.rest, wordsIn: next ?? unit, dateline };
  }
  return undefined;
}

/** The unit that leads a text without dateline: the first that reads as one. */
export function plainOpening(sheet: Sheet): Opening | undefined {
  const open = sheet.open.filter(({ kind }) => kind !== "picture");
  const unit = open.find(({ text }) => isProse(text)) ?? open[0];
  return unit && { unit, words: withoutBars(unit.text), wordsIn: unit };
}

/** A release's text in the three forms that its fields are made from. */
export type ReleaseText = {
  readonly markdown: string;
  /** Line by line, without the dateline. */
  readonly plain: string;
  readonly statements: readonly Statement[];
};

/**
 * Takes what no other rule took: the text. The dateline leads it in its printed form, without emphasis; one that
 * stands behind other lines loses its ID, which the site sets before the first.
 */
export function takeText(sheet: Sheet, dateline: Opening | undefined, office: DatelineOffice): ReleaseText {
  const words = sheet.open.filter(({ kind }) => kind !== "picture");
  for (const unit of words) {
    if (withoutBars(unit.text) === "") sheet.lose("überzähliger Strich", unit);
    else if (withoutBars(unit.text) !== unit.text)
      sheet.mends.push({ what: "ein überzähliger Strich am Zeilenende", isSure: true });
  }
  const units = words.filter((unit) => sheet.isOpen(unit));
  sheet.place("Text", ...units);
  const printedId = dateline?.dateline?.printedId;
  if (printedId !== undefined && dateline !== undefined && units.indexOf(dateline.unit) > 0)
    sheet.remark("Text", `die ID ${printedId} stand nicht am Anfang und steht nun nur im Kopf`, false);
  sheet.lose("Bild ohne Angaben", ...sheet.open);
  const plainUnits = units.map((unit) =>
    unit === dateline?.unit ? { ...unit, text: dateline.dateline?.rest ?? unit.text } : unit,
  );
  return {
    markdown: bodyMarkdown(withDateline(units, dateline, office)),
    plain: plainUnits.map(({ text }) => withoutBars(text)).join("\n"),
    statements: plainUnits.flatMap(({ kind, text }): Statement[] =>
      kind === "item"
        ? [{ text, isItem: true }]
        : sentencesOf(text).map((sentence) => ({ text: sentence, isItem: false })),
    ),
  };
}

function withDateline(units: readonly Unit[], opening: Opening | undefined, office: DatelineOffice): Unit[] {
  const place = opening === undefined ? -1 : units.indexOf(opening.unit);
  const unit = units[place];
  const dateline = opening?.dateline;
  if (unit === undefined || dateline === undefined) return [...units];
  const isWhole = place === 0 || dateline.printedId === undefined;
  const printed = escapeMarkdown(isWhole ? dateline.printed : dateline.place && `${dateline.place}.`);
  const next = units[place + 1];
  if (dateline.rest === "" && next?.kind === "text") {
    const joined = { ...next, markdown: `${printed} ${next.markdown}`.trim() };
    return [...units.slice(0, place), joined, ...units.slice(place + 2)];
  }
  const isPlain = unit.markdown === unit.text;
  const marked = isPlain ? undefined : findDateline(unit.markdown, office);
  const rest = marked?.rest ?? escapeMarkdown(dateline.rest);
  return units.with(place, { ...unit, kind: "text", markdown: `${printed} ${rest}`.trim() });
}
