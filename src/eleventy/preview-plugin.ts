import { createReadStream } from "node:fs";
import type { EleventyConfig, Middleware } from "@11ty/eleventy";
import { problemsPage } from "../../layouts/problems.ts";
import { readablePath } from "../domain/percent-encoding.ts";
import { type SiteFile, servedFile } from "../domain/site-file.ts";
import { mediaTypeOf, OTHER_TYPE } from "../publish/media-types.ts";
import { siteSourceOf } from "./site-source.ts";

/** Options of {@link previewPlugin}. */
export type PreviewPluginOptions = {
  /** Time in milliseconds in which further changes join the first, as editors save several files at once. */
  readonly settle: number;
};

const defaults = { settle: 0 } satisfies PreviewPluginOptions;

/** A file's content, or why it could not be made: one page must not end the preview of all. */
function made(file: SiteFile): string | Error {
  try {
    return file.content;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Addresses of the machine itself (RFC 5735, RFC 4291), the former also as IPv6 writes it. */
const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;

/** What a browser on this machine asks for; another name would be that of a site that leads to this address (DNS rebinding). */
const OWN_HOST = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i;

/** Whether a path can be read and leads to no folder above; Eleventy's server ends the process on one that is not so. */
function isInSite(pathname: string): boolean {
  try {
    const path = decodeURIComponent(pathname);
    return path !== "" && !path.includes("\0") && !path.split(/[/\\]/).includes("..");
  } catch {
    return false;
  }
}

/**
 * What only the local preview needs: pages and files are made when a browser asks for them. While the content has
 * problems, every page tells them instead of itself, and comes back by itself once they are mended.
 */
export function previewPlugin(config: EleventyConfig, options: Partial<PreviewPluginOptions> = {}): void {
  const { settle } = { ...defaults, ...options };
  const source = siteSourceOf(config);
  // Drafts and embargoed texts are for this machine alone, and the server answers to the whole network.
  const refuseOthers: Middleware = (request, response, next) => {
    const isFromHere = LOOPBACK.test(request.socket.remoteAddress ?? "");
    if (isFromHere && OWN_HOST.test(request.headers.host ?? "")) return next();
    response.writeHead(403).end();
  };
  const showProblems: Middleware = (request, response, next) => {
    const problems = source.problems();
    const isPage = /\/(?:[?#]|$)|\.html(?:[?#]|$)/.test(request.url ?? "");
    if (problems.length === 0 || !isPage) return next();
    response.statusCode = 500;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(problemsPage(problems).toString());
  };
  const makeOnDemand: Middleware = (request, response, next) => {
    const pathname = URL.parse(request.url ?? "", "http://localhost")?.pathname ?? "";
    if (!isInSite(pathname)) {
      response.writeHead(404).end();
      return;
    }
    const path = readablePath(`/${pathname.slice(source.pathPrefix.length)}`);
    const file = source.fileAt?.(path);
    if (file === undefined) {
      const isFolder = source.fileAt?.(`${path}/`) !== undefined;
      if (!isFolder) return next();
      response.writeHead(301, { Location: `${pathname}/` }).end();
      return;
    }
    const content = "path" in file ? undefined : made(file);
    if (content instanceof Error) {
      console.error(content);
      response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
      response.end("Diese Seite ließ sich nicht zeigen. Bitte die Vorschau neu starten (npm start).\n");
      return;
    }
    response.setHeader("Content-Type", mediaTypeOf(servedFile(file.address))?.type ?? OTHER_TYPE);
    response.setHeader("Cache-Control", "no-store");
    if ("path" in file) createReadStream(file.path).pipe(response);
    else response.end(content);
  };
  config.setWatchThrottleWaitTime(settle);
  config.setServerOptions({ middleware: [refuseOthers, showProblems, makeOnDemand], domDiff: false });
}
