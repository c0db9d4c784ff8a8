import { hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { KeptReading, KeptReadings } from "../content/release-readings.ts";
import type { Body } from "../domain/release.ts";
import { readingCodeDigest } from "./code-digest.ts";

/** A file of the site as the last build left it in its target. */
export type KeptFile = {
  /** What it was made from; see `fingerprints.ts`. */
  readonly fingerprint: string;
  /** Size in bytes and time of change in milliseconds, by which a file that another hand put in its place is told. */
  readonly size: number;
  readonly modified: number;
  /** SHA-256 of its bytes where another file tells it, else empty. */
  readonly sha256: string;
};

/** Kept files by their path below the target: `themen/index.html`. */
export type KeptFiles = ReadonlyMap<string, KeptFile>;

/** How long a cache that another process holds is waited for, in milliseconds: longer than any build takes. */
const PATIENCE = 60 * 60 * 1000;

/** Where the caches of all targets lie. */
const CACHES = ".cache/bau";
const ENDING = ".sqlite";

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
    const target = decodeURIComponent(name.slice(0, -ENDING.length));
    if (name.endsWith(ENDING) && isAbsolute(target) && !existsSync(dirname(target)))
      rmSync(join(CACHES, name), { force: true });
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
 * - `release`: each release's file as it was read, its rendered text apart, so that only the texts that a page needs
 *   are loaded.
 * - `file`: each file of the site, what it was made from and how it lay in the target.
 * - `about`: what the readings were made from beside their files: code, office, topics and places.
 *
 * A row that is not as it was written is noticed by its seal, a file of the site by its size and time, and whatever
 * SQLite itself cannot read as damage of the whole.
 */
export class BuildCache {
  readonly #database: DatabaseSync;
  readonly #path: string;
  readonly #readingCode = readingCodeDigest();
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
      this.#database = openDatabase(path);
    } catch {
      rmSync(path, { force: true });
      this.#database = openDatabase(path);
    }
  }

  /**
   * Keeps every other build of the target waiting until this cache is closed. The lock is the system's, so that it
   * goes with its process, however that ends; where there is none to be had, as on some network drives, nobody waits.
   */
  claim(): void {
    try {
      // In this order: two that wait while they keep what they have read would wait for each other.
      this.#database.exec("BEGIN EXCLUSIVE; PRAGMA locking_mode = EXCLUSIVE; COMMIT");
    } catch {
      this.#isUseless = true;
    }
  }

  /** The readings that were made from the same; none where the last ones were made from something else. */
  readings(sources: string): KeptReadings {
    const rows = this.#isMadeFrom(sources)
      ? this.#database.prepare("SELECT name, reading, seal FROM release").all()
      : [];
    const readings = new Map(
      rows.map((row) => {
        const text = String(row.reading);
        if (row.seal !== hash("sha1", text)) throw new DamagedRow(this.#path);
        return [String(row.name), this.#withBody(JSON.parse(text) as KeptReading)];
      }),
    );
    return { readings, keep: (fresh, gone) => this.keepReadings(sources, fresh, gone) };
  }

  /** Keeps readings that were made from the same; those made from something else go. */
  keepReadings(sources: string, fresh: ReadonlyMap<string, KeptReading>, gone: readonly string[]): void {
    if (fresh.size === 0 && gone.length === 0) return;
    this.#atOnce(() => {
      if (!this.#isMadeFrom(sources)) {
        this.#database.exec("DELETE FROM release");
        this.#database
          .prepare("INSERT OR REPLACE INTO about (name, value) VALUES ('readings', ?)")
          .run(`${this.#readingCode} ${sources}`);
      }
      this.#writeReadings(fresh, gone);
    });
  }

  #isMadeFrom(sources: string): boolean {
    const about = this.#database.prepare("SELECT value FROM about WHERE name = 'readings'").get();
    return about?.value === `${this.#readingCode} ${sources}`;
  }

  #writeReadings(fresh: ReadonlyMap<string, KeptReading>, gone: readonly string[]): void {
    const insert = this.#database.prepare(
      "INSERT OR REPLACE INTO release (name, reading, seal, html, text) VALUES (?, ?, ?, ?, ?)",
    );
    for (const [name, reading] of fresh) {
      const { release } = reading.file;
      const { html, text, digest = "" } = release.body;
      const lean = {
        ...release,
        body: { digest },
        topics: release.topics.map(({ slug }) => ({ slug })),
        places: release.places.map(({ slug }) => ({ slug })),
      };
      const json = JSON.stringify({ ...reading, file: { ...reading.file, release: lean } });
      insert.run(name, json, hash("sha1", json), html, text);
    }
    const remove = this.#database.prepare("DELETE FROM release WHERE name = ?");
    for (const name of gone) remove.run(name);
  }

  #withBody(reading: KeptReading): KeptReading {
    const { release } = reading.file;
    const body = new KeptBody(release.body.digest ?? "", () => this.#text(release.source));
    return { ...reading, file: { ...reading.file, release: { ...release, body } } };
  }

  #text(source: string): Omit<Body, "digest"> {
    const row = this.#database.prepare("SELECT html, text FROM release WHERE name = ?").get(source);
    return { html: String(row?.html), text: String(row?.text) };
  }

  files(): KeptFiles {
    const rows = this.#database.prepare("SELECT path, fingerprint, size, modified, sha256 FROM file").all();
    // The table is STRICT: its columns hold these kinds and nothing else.
    return new Map((rows as (KeptFile & { readonly path: string })[]).map((row) => [row.path, row]));
  }

  keepFiles(written: KeptFiles, gone: readonly string[]): void {
    this.#atOnce(() => {
      const insert = this.#database.prepare(
        "INSERT OR REPLACE INTO file (path, fingerprint, size, modified, sha256) VALUES (?, ?, ?, ?, ?)",
      );
      for (const [path, { fingerprint, size, modified, sha256 }] of written)
        insert.run(path, fingerprint, size, modified, sha256);
      const remove = this.#database.prepare("DELETE FROM file WHERE path = ?");
      for (const path of gone) remove.run(path);
    });
  }

  /** A cache that cannot be written, as on a full disk, costs the next build its time, and this one nothing. */
  #atOnce(write: () => void): void {
    if (this.#isUseless || this.#isClosed) return;
    try {
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
    if (this.#isUseless) rmSync(this.#path, { force: true });
  }

  /** Closes the cache and deletes it. */
  discard(): void {
    this.#isUseless = true;
    this.close();
  }
}

/** A release's text that is loaded when it is asked for, and not kept in memory. */
class KeptBody implements Body {
  readonly digest: string;
  readonly #load: () => Omit<Body, "digest">;

  constructor(digest: string, load: () => Omit<Body, "digest">) {
    this.digest = digest;
    this.#load = load;
  }

  get html(): string {
    return this.#checked().html;
  }

  get text(): string {
    return this.#checked().text;
  }

  #checked(): Omit<Body, "digest"> {
    const body = this.#load();
    if (bodyDigest(body) !== this.digest) throw new DamagedRow(this.digest);
    return body;
  }
}

/** @see Body.digest */
export function bodyDigest({ html, text }: Omit<Body, "digest">): string {
  return hash("sha256", `${html}\0${text}`, "base64url");
}

/**
 * Half-written transactions are rolled back from SQLite's journal, so a killed build damages nothing. A power cut may;
 * seals and SQLite notice it, so that waiting for the disk after each transaction is not worth its time.
 */
function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: PATIENCE });
  try {
    database.exec(`
      PRAGMA synchronous = OFF;
      CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS release (
        name TEXT PRIMARY KEY, reading TEXT NOT NULL, seal TEXT NOT NULL, html TEXT NOT NULL, text TEXT NOT NULL
      ) STRICT;
      CREATE TABLE IF NOT EXISTS file (
        path TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, size INTEGER NOT NULL, modified REAL NOT NULL,
        sha256 TEXT NOT NULL
      ) STRICT;
    `);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
