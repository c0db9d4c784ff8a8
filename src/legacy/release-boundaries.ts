import { readDateStamp } from "./date-stamp.ts";
import { endName, furnitureName, isSeparator } from "./furniture.ts";
import { type DatelineOffice, findDateline } from "./legacy-dateline.ts";
import { isHeadingLike, isProse } from "./line-shape.ts";
import type { Page, Unit } from "./page.ts";
import { splitCredit } from "./photo-credit.ts";

/** The units of one release among several on a page. */
export type Segment = {
  readonly units: readonly Unit[];
  /** Whether something certain parts it from the one before: a line of dashes, furniture, a date line of its own. */
  readonly isSure: boolean;
};

/** A line that only one release of a page can have: its date line or its dateline. */
type Anchor = { readonly index: number; readonly kind: "stamp" | "dateline"; readonly id?: string };

/**
 * Parts a page into its releases. Each has at most one date line and one dateline; where a second comes, another
 * release has begun, and its title stands in the lines before.
 */
export function releaseSegments({ units }: Page, office: DatelineOffice): Segment[] {
  const anchors = anchorsOf(units, office);
  const groups = anchorGroups(anchors);
  if (groups.length < 2) return partsBetweenRules(units, office) ?? [{ units, isSure: true }];
  const isStampFirst =
    groups.every(([first]) => first?.kind === "stamp") &&
    !hasTitleBefore(units, groups[0]?.[0]?.index ?? 0, office);
  const starts = groups.map((group, number) => {
    const anchor = group[0]?.index ?? 0;
    if (number === 0) return { index: 0, isSure: true };
    const end = groups[number - 1]?.at(-1)?.index ?? 0;
    return isStampFirst ? { index: anchor, isSure: true } : titleStart(units, end + 1, anchor, office);
  });
  return starts.map(({ index, isSure }, number) => ({
    units: units.slice(index, starts[number + 1]?.index),
    isSure,
  }));
}

function anchorsOf(units: readonly Unit[], office: DatelineOffice): Anchor[] {
  return units.flatMap((unit, index): Anchor[] => {
    if (unit.isFrame || unit.kind === "picture") return [];
    if (readDateStamp(unit.text, office)?.isLabelled) return [{ index, kind: "stamp" }];
    const dateline = findDateline(unit.text, office);
    if (dateline === undefined) return [];
    return [{ index, kind: "dateline", ...(dateline.printedId !== undefined && { id: dateline.printedId }) }];
  });
}

/** A second date line, or a second dateline with another ID, begins a new group; the second print of a lead does not. */
function anchorGroups(anchors: readonly Anchor[]): Anchor[][] {
  const groups: Anchor[][] = [];
  for (const anchor of anchors) {
    const current = groups.at(-1);
    const known = current?.find(({ kind }) => kind === anchor.kind);
    const isSecond =
      known !== undefined &&
      (anchor.kind === "stamp"
        ? anchor.index - (current?.at(-1)?.index ?? 0) > 1
        : known.id !== anchor.id || anchor.index - known.index > 8);
    const isStampBehindText = anchor.kind === "stamp" && current?.at(-1)?.kind === "dateline";
    if (current === undefined || isSecond || isStampBehindText) groups.push([anchor]);
    else current.push(anchor);
  }
  return groups;
}

function hasTitleBefore(units: readonly Unit[], end: number, office: DatelineOffice): boolean {
  return units
    .slice(0, end)
    .some(
      ({ text, kind }) =>
        kind !== "picture" &&
        furnitureName(text, office) === undefined &&
        isHeadingLike(text) &&
        text.length > 12,
    );
}

/** Walks back from a release's first anchor over photo, subtitle and title, to where the one before must end. */
function titleStart(
  units: readonly Unit[],
  from: number,
  anchor: number,
  office: DatelineOffice,
): { index: number; isSure: boolean } {
  let start = anchor;
  let titles = 0;
  let headlineOf: Unit | undefined;
  for (let index = anchor - 1; index >= from; index -= 1) {
    const unit = units[index];
    if (unit === undefined) break;
    if (unit.kind === "picture") {
      start = index;
      continue;
    }
    if (
      isSeparator(unit.text) ||
      endName(unit.text, office) !== undefined ||
      furnitureName(unit.text, office) !== undefined
    ) {
      return { index: titles > 0 || start < anchor ? start : index + 1, isSure: true };
    }
    if (unit.kind === "heading" && unit.level === 1) return { index, isSure: true };
    if (splitCredit(unit.text) !== undefined) {
      // A photo above the title belongs to the release before.
      if (titles > 0) break;
      headlineOf = unit;
      start = index;
      continue;
    }
    if (!isHeadingLike(unit.text) || isProse(unit.text) || unit.kind === "item" || unit.kind === "row") break;
    const isPhotoHeadline = headlineOf !== undefined && headlineOf.block === unit.block;
    headlineOf = undefined;
    if (!isPhotoHeadline) titles += 1;
    if (titles > 2) break;
    start = index;
  }
  return { index: start, isSure: false };
}

const SHORTEST_TEXT = 120;

/** Releases without date line and dateline are told apart only by lines of dashes; each part must look like one. */
function partsBetweenRules(units: readonly Unit[], office: DatelineOffice): Segment[] | undefined {
  const parts: Unit[][] = [[]];
  for (const unit of units) {
    if (unit.kind === "text" && isSeparator(unit.text) && unit.text.length >= 5) parts.push([unit]);
    else parts.at(-1)?.push(unit);
  }
  const looksWhole = (part: readonly Unit[]) => {
    const [head] = part.filter(
      ({ text, kind }) => kind !== "picture" && furnitureName(text, office) === undefined,
    );
    return (
      head !== undefined && isHeadingLike(head.text) && part.some(({ text }) => text.length >= SHORTEST_TEXT)
    );
  };
  return parts.length > 1 && parts.every(looksWhole)
    ? parts.map((part) => ({ units: part, isSure: false }))
    : undefined;
}
