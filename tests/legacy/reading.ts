import type { Place, Topic } from "../../src/domain/office.ts";
import type { LegacyRelease } from "../../src/legacy/legacy-release.ts";
import { escapeLineStart, escapeMarkdown } from "../../src/legacy/markdown-escape.ts";
import { placeFinder } from "../../src/legacy/place-proposals.ts";
import { type PageReading, type ReadingContext, readPage } from "../../src/legacy/release-reading.ts";
import { decodeSource } from "../../src/legacy/source-encoding.ts";
import { sourcePages } from "../../src/legacy/source-pages.ts";
import { topicFinder } from "../../src/legacy/topic-proposals.ts";
import { MUNICIPALITIES, TOPICS } from "../fixtures/newsroom.ts";

/** The office of the Kreis, as far as reading old releases needs it. */
export const KREIS = { name: "Kreis Soest", pressIdPrefix: "kso" };

/** Reads against the real topics and places. */
export function aContext(
  topics: readonly Topic[] = TOPICS,
  places: readonly Place[] = MUNICIPALITIES,
): ReadingContext {
  return { office: KREIS, findTopics: topicFinder(topics), findPlaces: placeFinder(places) };
}

const CONTEXT = aContext();

/**
 * Reads a source as the import does: bytes or text, page, feed or plain.
 *
 * @throws Error where the bytes are no text
 */
export function readSource(content: string | Buffer, name = "quelle.txt", context = CONTEXT): PageReading {
  const decoded = decodeSource(Buffer.from(content));
  if ("fault" in decoded) throw new Error(decoded.fault);
  const readings = sourcePages(name, decoded.text, "https://www.kreis-soest.de/").map((page) =>
    readPage({ ...page, mends: decoded.mends }, context),
  );
  return {
    releases: readings.flatMap(({ releases }) => releases),
    unread: readings.flatMap(({ unread }) => unread),
  };
}

/**
 * The one release of a source.
 *
 * @throws Error where there are none or several
 */
export function readOne(content: string | Buffer, name = "quelle.txt"): LegacyRelease {
  const { releases } = readSource(content, name);
  const [release] = releases;
  if (release === undefined || releases.length > 1) throw new Error(`${releases.length} releases`);
  return release;
}

/** The fields of a release without what they rest on. */
export function fieldsOf(release: LegacyRelease): Record<string, unknown> {
  const { title, subtitle, date, pressId, printedId, photos, contact } = release;
  return {
    title: title.value,
    subtitle: subtitle?.value,
    date: date?.value,
    pressId: pressId?.value,
    printedId: printedId?.value,
    photos: photos
      .filter(({ isBare }) => !isBare)
      .map(({ headline, caption, credit }) => ({ headline, caption, credit: credit.value })),
    contact: contact?.value,
  };
}

/** Lines of a source that went nowhere, each with its reason. */
export function lostOf({ lines }: LegacyRelease): string[] {
  return lines.flatMap(({ text, fate }) => ("lost" in fate ? [`${text.slice(0, 40)} → ${fate.lost}`] : []));
}

/** A body of paragraphs and a list, led by a dateline. */
export function releaseBodyText(
  paragraphs: readonly string[],
  items: readonly string[],
  dateline: string,
): string {
  const [lead = "", ...rest] = paragraphs.map((text) => escapeMarkdown(text));
  const first = dateline === "" ? escapeLineStart(lead) : `${dateline} ${lead}`;
  const list = items.map((item) => `- ${escapeLineStart(escapeMarkdown(item))}`).join("\n");
  return [first, ...rest.map(escapeLineStart), ...(list === "" ? [] : [list])].join("\n\n");
}
