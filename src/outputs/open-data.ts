import { ADDRESSES } from "../domain/address.ts";
import { once } from "../domain/once.ts";
import { modifiedMoment, type Release } from "../domain/release.ts";
import type { Site } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";
import { csv } from "./csv.ts";
import {
  type ReleaseRecord,
  recordJsonSchema,
  releaseRecord,
  withdrawalRecord,
  yearFileJsonSchema,
} from "./release-record.ts";
import { utcTimestamp } from "./timestamp.ts";

/** Under which terms the data may be used. */
export type DataLicense = {
  /** As people read it: `Datenlizenz Deutschland – Namensnennung – Version 2.0`. */
  readonly name: string;
  /** As portals know it: `http://dcat-ap.de/def/licenses/dl-by-de/2.0`. */
  readonly url: string;
};

/** By which a text is known to have arrived whole. */
export type Fingerprint = {
  /** Size in UTF-8. */
  readonly bytes: number;
  /** SHA-256 of the UTF-8 bytes, in lower-case hexadecimal digits. */
  readonly sha256: string;
};

/** What the data need beside the site. */
export type OpenDataOptions = {
  /**
   * The fingerprint of a file. It is told of each file's content when that is made, so that none need be made again to
   * be described.
   */
  readonly fingerprint: (file: SiteFile, content?: string) => Fingerprint;
  /** Absent where the office has not decided yet. */
  readonly license?: DataLicense | undefined;
};

/** A file of the data as the index and the catalog describe it. */
export type DataFile = SiteFile & {
  readonly format: "json" | "csv";
  readonly year: string;
  readonly fingerprint: Fingerprint;
};

/** A year of the archive and its files. */
export type DataYear = {
  readonly year: string;
  /** How many releases are public. */
  readonly count: number;
  /** How many of the year have been withdrawn. */
  readonly withdrawnCount: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly json: DataFile;
  readonly csv: DataFile;
};

const INDEX_ADDRESS = `${ADDRESSES.data}index.json`;
const SCHEMA_ADDRESS = `${ADDRESSES.data}schema.json`;

/**
 * What anyone may do with the data, in a sentence.
 *
 * @example licenseStatement(undefined) → "Das Amt hat noch keine Lizenz für diese Daten festgelegt. …"
 */
export function licenseStatement(license: DataLicense | undefined): string {
  return license === undefined
    ? "Das Amt hat noch keine Lizenz für diese Daten festgelegt. Bitte vor einer Nutzung, die über das Gesetz hinausgeht, bei der Pressestelle nachfragen."
    : `${license.name} (${license.url})`;
}

/** The years of the archive, newest first, each as JSON and CSV. */
export function dataYears(site: Site, options: OpenDataOptions): readonly DataYear[] {
  const byYear = Map.groupBy(site.edition.releases, (release) => release.date.day.slice(0, 4));
  return [...byYear]
    .sort(([a], [b]) => Number(b) - Number(a))
    .map(([year, releases]) => dataYear(year, releases, site, options));
}

/** The files of {@link dataYears}, the index that lists them and the schema that describes them. */
export function* openDataFiles(
  site: Site,
  years: readonly DataYear[],
  { license }: OpenDataOptions,
): Iterable<SiteFile> {
  for (const year of years) {
    yield year.json;
    yield year.csv;
  }
  yield {
    address: SCHEMA_ADDRESS,
    releases: [],
    get content() {
      return pretty({ $id: site.absoluteUrl(SCHEMA_ADDRESS), ...yearFileJsonSchema() });
    },
  };
  yield {
    address: INDEX_ADDRESS,
    releases: site.edition.releases,
    get content() {
      return pretty({
        title: `${site.office.name}: Pressemitteilungen`,
        description: "Alle Pressemitteilungen, eine Datei je Jahr als JSON und als CSV.",
        publisher: site.office.name,
        license: license ?? null,
        licenseStatement: licenseStatement(license),
        schema: site.absoluteUrl(SCHEMA_ADDRESS),
        count: years.reduce((sum, { count }) => sum + count, 0),
        years: years.map(({ year, count, withdrawnCount, modified, json, csv: table }) => ({
          year: Number(year),
          count,
          withdrawnCount,
          modified: utcTimestamp(modified),
          json: fileEntry(json, site),
          csv: fileEntry(table, site),
        })),
        recordSchema: recordJsonSchema(),
      });
    },
  };
}

function fileEntry({ address, fingerprint }: DataFile, { absoluteUrl }: Site) {
  return { url: absoluteUrl(address), ...fingerprint };
}

/** A year's two files are made one after the other; the records of more years than one would fill the memory. */
const recordsOf = once((site: Site) => {
  let last: { readonly listed: readonly Release[]; readonly records: readonly ReleaseRecord[] } | undefined;
  return (listed: readonly Release[]) => {
    if (last?.listed !== listed)
      last = { listed, records: listed.map((release) => releaseRecord(release, site)) };
    return last.records;
  };
});

function dataYear(
  year: string,
  releases: readonly Release[],
  site: Site,
  options: OpenDataOptions,
): DataYear {
  const listed = releases.filter((release) => release.withdrawn === undefined);
  const records = () => recordsOf(site)(listed);
  const withdrawn = () =>
    releases.flatMap((release) =>
      release.withdrawn === undefined ? [] : [withdrawalRecord(release, release.withdrawn, site)],
    );
  const file = (format: DataFile["format"], make: () => string): DataFile => ({
    address: `${ADDRESSES.data}${year}.${format}`,
    releases,
    format,
    year,
    get content() {
      const content = make();
      options.fingerprint(this, content);
      return content;
    },
    get fingerprint() {
      return options.fingerprint(this);
    },
  });
  return {
    year,
    count: listed.length,
    withdrawnCount: releases.length - listed.length,
    modified: Math.max(...releases.map((release) => modifiedMoment(release).instant)),
    json: file("json", () =>
      JSON.stringify({
        year: Number(year),
        publisher: site.office.name,
        license: licenseStatement(options.license),
        releases: records(),
        withdrawn: withdrawn(),
      }),
    ),
    csv: file("csv", () => csv(table(records()))),
  };
}

const COLUMNS: Readonly<Record<string, (record: ReleaseRecord) => string>> = {
  id: ({ id }) => id,
  url: ({ url }) => url,
  pressId: ({ pressId }) => pressId ?? "",
  title: ({ title }) => title,
  subtitle: ({ subtitle }) => subtitle ?? "",
  date: ({ date }) => date,
  published: ({ published }) => published,
  modified: ({ modified }) => modified,
  tags: ({ tags }) => tags.join("; "),
  places: ({ places }) => places.map(({ name }) => name).join("; "),
  placeKeys: ({ places }) => places.map(({ key }) => key).join("; "),
  photos: ({ photos }) => String(photos.length),
  photoCredits: ({ photos }) => photos.map(({ credit }) => credit).join("; "),
  attachments: ({ attachments }) => attachments.map(({ url }) => url).join("; "),
  contactName: ({ contact }) => contact.name,
  contactPhone: ({ contact }) => contact.phone ?? "",
  contactEmail: ({ contact }) => contact.email ?? "",
  corrections: ({ corrections }) => String(corrections.length),
  events: ({ events }) => events.map(({ start, title }) => `${start} ${title}`).join("; "),
  follows: ({ follows }) => follows ?? "",
};

/** The texts are left to the JSON: a spreadsheet cell cannot hold the long ones. */
function table(records: readonly ReleaseRecord[]): readonly (readonly string[])[] {
  const columns = Object.values(COLUMNS);
  return [Object.keys(COLUMNS), ...records.map((record) => columns.map((value) => value(record)))];
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
