import { hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { KeptContent } from "../content/kept-content.ts";
import {
  type BodyText,
  bodyDigest,
  bodyText,
  type KeptReading,
  type KeptReadings,
  openReading,
  type WrittenReading,
  withText,
} from "../content/kept-reading.ts";
import type { Body } from "../domain/release.ts";
import { openCacheDatabase, PATIENCE } from "./cache-database.ts";
import { readingCodeDigest } from "./code-digest.ts";

/** A file of the site as the last build left it in its target. */
export type KeptFile = {
  /** Path of the page of a release that it lies beside; empty for all others. */
  readonly page: string;
  /** What it was made from; see `fingerprints.ts`. */
  readonly fingerprint: string;
  /** Size in bytes and time of change in milliseconds, by which a file that another hand put in its place is told. */
  readonly size: number;
  readonly modified: number;
  /** SHA-256 of its bytes where another file tells it, else empty. */
  readonly sha256: string;
};

/** Where a kept file lies: its path below the target, and that of the page that it lies beside. */
export type KeptPlace = Pick<KeptFile, "page"> & { readonly path: string };

/** Kept files by their path below the target: `themen/index.html`. */
export type KeptFiles = ReadonlyMap<string, KeptFile>;

/** Where the caches of all targets lie. */
const CACHES = ".cache/bau";
const ENDING = ".sqlite";
/** Of the file beside a cache whose lock tells whose turn it is. */
const TURN = ".turn";

/**
 * Where the cache of a target lies: under the target's name, so that it can go when the target is gone.
 *
 * @example cachePath("/srv/_site") → ".cache/bau/%2Fsrv%2F_site.sqlite"
 */
export function cachePath(target: string): string {
  const name = encodeURIComponent(target);
  return join(CACHES, `${name.length < 200 ? name : hash("sha1", target)}${ENDING}`);
}

/** Removes the caches of targets that are gone. */
export function pruneCaches(): void {
  for (const name of existsSync(CACHES) ? readdirSync(CACHES) : []) {
    const target = decodeURIComponent(name.replace(/\.(?:sqlite|turn)$/, ""));
    if (isAbsolute(target) && !existsSync(dirname(target))) rmSync(join(CACHES, name), { force: true });
  }
}

/** A row of the cache is not as it was written. */
class DamagedRow extends Error {}

/** Whether an error tells of a damaged cache: a broken seal, or SQLite at its wits' end. */
export function isCacheDamage(error: unknown): boolean {
  return error instanceof DamagedRow || (error as NodeJS.ErrnoException).code === "ERR_SQLITE_ERROR";
}

/**
 * What a build keeps for the next one into the same target, in one SQLite file. All of it can be deleted at any time:
 * the next build then makes everything anew and the same bytes.
 *
 * - `release`: each release's file as it was read, and apart from it its text in `body`, so that only those texts are
 *   loaded that a page needs.
 * - `file`: each file of the site, what it was made from and how it lay in the target; files beside a release's page
 *   are looked up by that page, as they need not be where it is unchanged.
 * - `about`: what the readings were made from beside their files: code, office, topics and places; and what else was found
 *   in the content folder: the files beside releases as they were read, that no file contradicts another, and which
 *   releases are related.
 *
 * A row that is not as it was written is noticed by its seal, a file of the site by its size and time, and whatever
 * SQLite itself cannot read as damage of the whole.
 */
export class BuildCache implements KeptContent {
  readonly #database: DatabaseSync;
  readonly #path: string;
  #turn: DatabaseSync | undefined;
  #readingCode: string | undefined;
  #bytesOf: StatementSync | undefined;
  #besideOf: StatementSync | undefined;
  #last: StoredText | undefined;
  #isHeld = false;
  #isUseless = false;
  #isClosed = false;

  /**
   * Opens the cache in a file, which is made where it is missing and made anew where it is damaged.
   *
   * @example new BuildCache(cachePath("/srv/_site"))
   */
  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#path = path;
    try {
      this.#database = openCacheDatabase(path);
    } catch {
      rmSync(path, { force: true });
      this.#database = openCacheDatabase(path);
    }
  }

  /**
   * Keeps every other build of the target waiting until this cache is closed, while threads of this one may read. The
   * lock is the system's, so that it goes with its process, however that ends; where there is none to be had, as on
   * some network drives, nobody waits.
   */
  claim(): void {
    try {
      this.#turn = new DatabaseSync(`${this.#path.slice(0, -ENDING.length)}${TURN}`, { timeout: PATIENCE });
      this.#turn.exec("BEGIN EXCLUSIVE");
      this.hold();
    } catch {
      this.#isUseless = true;
    }
  }

  /**
   * Keeps the lock that reading takes until something is written or the cache is closed; taking it for each text costs
   * twice the text. For whoever has claimed the cache, and for its threads.
   */
  hold(): void {
    this.#isHeld = true;
  }

  /** Whether all that was to be kept is kept. */
  get isWhole(): boolean {
    return !this.#isUseless && !this.#isClosed;
  }

  recall(name: string, sources: string): unknown {
    const row = this.#about(name);
    if (row?.madeFrom !== this.#madeFrom(sources)) return undefined;
    if (row.seal !== hash("sha1", row.value)) throw new DamagedRow(name);
    return JSON.parse(row.value);
  }

  keep(name: string, sources: string, value: unknown): void {
    this.#atOnce(() => this.#setAbout(name, this.#madeFrom(sources), JSON.stringify(value)));
  }

  /** Nothing of a cache that was closed, as a preview's that was damaged. */
  #about(name: string): About | undefined {
    if (this.#isClosed) return undefined;
    const row = this.#database
      .prepare("SELECT made_from AS madeFrom, value, seal FROM about WHERE name = ?")
      .get(name);
    // The table is STRICT: its columns hold these kinds and nothing else.
    return row as About | undefined;
  }

  #setAbout(name: string, madeFrom: string, value: string): void {
    this.#database
      .prepare("INSERT OR REPLACE INTO about (name, made_from, value, seal) VALUES (?, ?, ?, ?)")
      .run(name, madeFrom, value, hash("sha1", value));
  }

  /** The readings that were made from the same; none where the last ones were made from something else. */
  readings(sources: string): KeptReadings {
    return {
      readings: this.#isMadeFrom(sources) ? this.allReadings() : new Map(),
      keep: (fresh) => {
        this.keepReadings(sources, fresh);
        return (name, body) => (this.isWhole ? this.#keptBody(name, body) : withText(body, fresh.get(name)));
      },
      restamp: (stamps) => this.restampReadings(stamps),
      forget: (gone) => this.forgetReadings(gone),
    };
  }

  /** All readings that are kept, whatever they were made from. */
  allReadings(): ReadonlyMap<string, KeptReading> {
    const rows = this.#database.prepare("SELECT name, stamp, reading, seal FROM release").all();
    return new Map(
      rows.map((row) => {
        const [name, stamp, json] = [String(row.name), String(row.stamp), String(row.reading)];
        if (row.seal !== hash("sha1", json)) throw new DamagedRow(this.#path);
        return [name, openReading({ stamp, json }, (body) => this.#keptBody(name, body))];
      }),
    );
  }

  /** Keeps readings that were made from the same; those made from something else go. */
  keepReadings(sources: string, fresh: ReadonlyMap<string, WrittenReading>): void {
    if (fresh.size === 0) return;
    this.#atOnce(() => {
      if (!this.#isMadeFrom(sources)) {
        this.#database.exec("DELETE FROM release; DELETE FROM body");
        this.#setAbout("readings", this.#madeFrom(sources), "");
      }
      const insert = this.#database.prepare(
        "INSERT OR REPLACE INTO release (name, stamp, reading, seal) VALUES (?, ?, ?, ?)",
      );
      const insertBody = this.#database.prepare("INSERT OR REPLACE INTO body (name, bytes) VALUES (?, ?)");
      for (const [name, { stamp, json, body }] of fresh) {
        insert.run(name, stamp, json, hash("sha1", json));
        insertBody.run(name, body);
      }
    });
  }

  /** Keeps the new stamps of files that were touched and are the same. */
  restampReadings(stamps: ReadonlyMap<string, string>): void {
    this.#atOnce(() => {
      const update = this.#database.prepare("UPDATE release SET stamp = ? WHERE name = ?");
      for (const [name, stamp] of stamps) update.run(stamp, name);
    });
  }

  forgetReadings(gone: readonly string[]): void {
    this.#atOnce(() => {
      const removals = ["release", "body"].map((table) =>
        this.#database.prepare(`DELETE FROM ${table} WHERE name = ?`),
      );
      for (const name of gone) for (const remove of removals) remove.run(name);
    });
  }

  #isMadeFrom(sources: string): boolean {
    return this.#about("readings")?.madeFrom === this.#madeFrom(sources);
  }

  /** What something is known to be made from: its sources, and the code that reads them. */
  #madeFrom(sources: string): string {
    this.#readingCode ??= readingCodeDigest();
    return `${this.#readingCode} ${sources}`;
  }

  #keptBody(name: string, { digest = "", excerpt = "" }: Body): Body {
    return new KeptBody(digest, excerpt, () => this.#text(name, digest));
  }

  /** The files of one release are made in a row, and each asks for its text. */
  #text(name: string, digest: string): BodyText {
    if (this.#last?.name === name && this.#last.digest === digest) return this.#last.body;
    if (this.#isHeld && !this.#database.isTransaction) this.#database.exec("BEGIN");
    this.#bytesOf ??= this.#database.prepare("SELECT bytes FROM body WHERE name = ?");
    const bytes = this.#bytesOf.get(name)?.bytes;
    if (!(bytes instanceof Uint8Array) || bodyDigest(bytes) !== digest) throw new DamagedRow(name);
    const body = bodyText(bytes);
    this.#last = { name, digest, body };
    return body;
  }

  /** The files of the site but those beside a release's page. */
  files(): KeptFiles {
    return this.filesBeside("");
  }

  /** The files beside the page at a path. */
  filesBeside(page: string): KeptFiles {
    this.#besideOf ??= this.#database.prepare(
      "SELECT page, path, fingerprint, size, modified, sha256 FROM file WHERE page = ?",
    );
    // The table is STRICT: its columns hold these kinds and nothing else.
    const rows = this.#besideOf.all(page) as (KeptFile & { readonly path: string })[];
    return new Map(rows.map((row) => [row.path, row]));
  }

  keepFiles(written: KeptFiles, gone: readonly KeptPlace[]): void {
    this.#atOnce(() => {
      const remove = this.#database.prepare("DELETE FROM file WHERE page = ? AND path = ?");
      for (const { page, path } of gone) remove.run(page, path);
      const insert = this.#database.prepare(
        "INSERT OR REPLACE INTO file (page, path, fingerprint, size, modified, sha256) VALUES (?, ?, ?, ?, ?, ?)",
      );
      for (const [path, { page, fingerprint, size, modified, sha256 }] of written)
        insert.run(page, path, fingerprint, size, modified, sha256);
    });
  }

  /** A cache that cannot be written, as on a full disk, costs the next build its time, and this one nothing. */
  #atOnce(write: () => void): void {
    if (this.#isUseless || this.#isClosed) return;
    try {
      if (this.#database.isTransaction) this.#database.exec("COMMIT");
      this.#database.exec("BEGIN");
      write();
      this.#database.exec("COMMIT");
    } catch {
      this.#isUseless = true;
    }
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#database.close();
    this.#turn?.close();
    if (this.#isUseless) rmSync(this.#path, { force: true });
  }

  /** Closes the cache and deletes it. */
  discard(): void {
    this.#isUseless = true;
    this.close();
  }
}

/** A row of the table of that name. */
type About = { readonly madeFrom: string; readonly value: string; readonly seal: string };

/** The text that was loaded last. */
type StoredText = { readonly name: string; readonly digest: string; readonly body: BodyText };

/** A release's text that is loaded when it is asked for, and not kept in memory. */
class KeptBody implements Body {
  readonly digest: string;
  readonly excerpt: string;
  readonly #load: () => BodyText;

  constructor(digest: string, excerpt: string, load: () => BodyText) {
    this.digest = digest;
    this.excerpt = excerpt;
    this.#load = load;
  }

  get html(): string {
    return this.#load().html;
  }

  get text(): string {
    return this.#load().text;
  }
}
