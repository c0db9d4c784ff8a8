import { hash } from "node:crypto";
import type { SiteOptions } from "../domain/site.ts";

/** A mistake in how a command was called, told in German; the command ends with exit code 2. */
export class UsageError extends Error {}

/**
 * Reads what the environment says about a site: `SITE_URL` (canonical origin), `PATH_PREFIX` and
 * `SOURCE_DATE_EPOCH` (the build's "now" in Unix seconds).
 *
 * @param clock what "now" is where `SOURCE_DATE_EPOCH` is not set, in milliseconds since 1970
 * @example siteOptionsFrom({ PATH_PREFIX: "presse" }, Date.now()) → { pathPrefix: "/presse/", … }
 * @throws UsageError for a value that is none of these
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export function siteOptionsFrom(environment: NodeJS.ProcessEnv, clock: number): SiteOptions {
  const { SITE_URL, PATH_PREFIX, SOURCE_DATE_EPOCH } = environment;
  return {
    now: SOURCE_DATE_EPOCH ? epoch(SOURCE_DATE_EPOCH) : clock,
    ...(SITE_URL && { origin: origin(SITE_URL) }),
    pathPrefix: pathPrefix(PATH_PREFIX ?? ""),
    isPreview: false,
    sha256,
  };
}

/** @see SiteOptions.sha256 */
export function sha256(text: string): string {
  return hash("sha256", text);
}

function epoch(seconds: string): number {
  if (!/^\d{1,11}$/.test(seconds)) {
    throw new UsageError(
      `SOURCE_DATE_EPOCH ist „${seconds}“. Erwartet werden Sekunden seit 1970 wie 1553677200.`,
    );
  }
  return Number(seconds) * 1000;
}

function origin(text: string): string {
  const bare = text.trim().replace(/\/+$/, "");
  const url = URL.parse(bare);
  if (url === null || !/^https?:$/.test(url.protocol) || url.origin !== bare.toLowerCase()) {
    throw new UsageError(
      `SITE_URL ist „${text}“. Erwartet wird eine Adresse ohne Pfad wie https://presse.example.org; ein Pfad gehört in PATH_PREFIX.`,
    );
  }
  return url.origin;
}

function pathPrefix(text: string): string {
  const segments = text.split("/").filter((segment) => segment !== "");
  if (segments.some((segment) => !/^[\w.~-]+$/.test(segment) || /^\.+$/.test(segment))) {
    throw new UsageError(`PATH_PREFIX ist „${text}“. Erwartet wird ein Pfad wie /presse/.`);
  }
  return segments.length === 0 ? "/" : `/${segments.join("/")}/`;
}
