import { DatabaseSync } from "node:sqlite";

/** How long a cache that another process holds is waited for, in milliseconds: longer than any build takes. */
export const PATIENCE = 60 * 60 * 1000;

/**
 * Opens the database of a build's cache, which is made where it is missing; what lies in it tells `build-cache.ts`.
 *
 * Half-written transactions are rolled back from SQLite's journal, so a killed build damages nothing. A power cut may;
 * seals and SQLite notice it, so that waiting for the disk after each transaction is not worth its time.
 */
export function openCacheDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: PATIENCE });
  try {
    database.exec(`
      PRAGMA page_size = 16384;
      PRAGMA synchronous = OFF;
      CREATE TABLE IF NOT EXISTS about (
        name TEXT PRIMARY KEY, made_from TEXT NOT NULL, value TEXT NOT NULL, seal TEXT NOT NULL
      ) STRICT;
      CREATE TABLE IF NOT EXISTS release (
        name TEXT PRIMARY KEY, stamp TEXT NOT NULL, reading TEXT NOT NULL, seal TEXT NOT NULL
      ) STRICT;
      CREATE TABLE IF NOT EXISTS body (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS file (
        page TEXT NOT NULL, path TEXT NOT NULL, fingerprint TEXT NOT NULL, size INTEGER NOT NULL,
        modified REAL NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (page, path)
      ) STRICT, WITHOUT ROWID;
    `);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
