import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { ADDRESSES } from "../src/domain/address.ts";
import { parseMoment } from "../src/domain/berlin-time.ts";
import { formatPressId } from "../src/domain/press-id.ts";
import type { ExampleRelease, Names } from "./archive.ts";

/** The standing content that an archive needs around its releases. */
const STANDING = ["kreis.yaml", "themen.yaml", "orte.yaml", "a-z.yaml", "seiten"];

/**
 * Writes releases as a content folder of this newsroom, around them the standing content of another folder.
 *
 * @param standing content folder whose office, topics, places and pages are copied
 */
export async function writeContentFolder(
  folder: string,
  releases: Iterable<ExampleRelease>,
  standing: string,
): Promise<void> {
  for (const name of STANDING) await cp(join(standing, name), join(folder, name), { recursive: true });
  await writeFiles(releases, (release) => [join(folder, contentPath(release)), contentText(release)]);
}

/** @example contentPath(release) → "pressemitteilungen/2019/2019-03-27-kurzname.md" */
export function contentPath({ day, slug }: Pick<ExampleRelease, "day" | "slug">): string {
  return `pressemitteilungen/${day.slice(0, 4)}/${day}-${slug}.md`;
}

function contentText({ topics, places, pressId, day, time, ...release }: ExampleRelease): string {
  const { title, subtitle, contact, corrections, events, follows, redirectFrom, photos, body } = release;
  return markdownFile(
    {
      title,
      subtitle,
      date: `${day} ${time}`,
      pressId: pressId && formatPressId(pressId),
      tags: topics.map(({ name }) => name),
      places: places.map(({ name }) => name),
      contact,
      corrections,
      events,
      follows,
      redirectFrom,
      photos,
    },
    body,
  );
}

/**
 * Writes releases as the peers take them: the same fields, topics by their slugs, dates as instants; and an
 * `_index.md` for each year, month and topic, which Hugo needs and the others pass over.
 */
export async function writePeerFolder(
  folder: string,
  releases: Iterable<ExampleRelease>,
  { topics }: Names,
): Promise<void> {
  const periods = new Set<string>();
  await writeFiles(releases, (release) => {
    const [year = "", month = ""] = release.day.split("-");
    periods.add(year).add(join(year, month));
    return [join(folder, peerPath(release)), peerText(release)];
  });
  const sections = [
    ["pressemitteilungen", { title: "Pressemitteilungen" }] as const,
    ...[...periods].map((period) => [join("pressemitteilungen", period), { title: period }] as const),
    ["tags", { title: "Themen", url: ADDRESSES.topics }] as const,
    ...topics.map(({ name, slug }) => [join("tags", slug), { title: name, slug }] as const),
  ];
  await writeFiles(sections, ([section, fields]) => [
    join(folder, section, "_index.md"),
    markdownFile(fields, ""),
  ]);
}

/** @example peerPath(release) → "pressemitteilungen/2019/03/2019-03-27-kurzname.md" */
export function peerPath({ day, slug }: Pick<ExampleRelease, "day" | "slug">): string {
  return `pressemitteilungen/${day.slice(0, 7).replace("-", "/")}/${day}-${slug}.md`;
}

function peerText({
  topics,
  places,
  pressId,
  day,
  time,
  mark: _,
  address: __,
  ...release
}: ExampleRelease): string {
  const { body, ...fields } = release;
  const date = parseMoment(`${day} ${time}`);
  if ("fault" in date) throw new Error(date.fault);
  return markdownFile(
    {
      ...fields,
      date: new Date(date.instant),
      pressId: pressId && formatPressId(pressId),
      tags: topics.map(({ slug }) => slug),
      places: places.map(({ name }) => name),
    },
    body,
  );
}

function markdownFile(fields: Readonly<Record<string, unknown>>, body: string): string {
  const written = Object.entries(fields).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  return `---\n${stringify(Object.fromEntries(written), { lineWidth: 0 })}---\n\n${body}`;
}

async function writeFiles<Item>(
  items: Iterable<Item>,
  fileOf: (item: Item) => readonly [path: string, text: string],
): Promise<void> {
  const folders = new Set<string>();
  for (const item of items) {
    const [path, text] = fileOf(item);
    if (!folders.has(dirname(path))) await mkdir(dirname(path), { recursive: true });
    folders.add(dirname(path));
    await writeFile(path, text);
  }
}
