import { lstatSync, type Stats } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { downloadEnding, LARGEST_DOWNLOAD } from "../domain/download.ts";
import { readablePath } from "../domain/percent-encoding.ts";
import { probeImage } from "../photos/probe-image.ts";
import type { FileBeside } from "./drafted-files.ts";
import { FORMER_HOST } from "./old-address.ts";

const PHOTO = /\.(?:jpe?g|png|webp)$/i;

/**
 * Finds the file that an address on a saved page means, where it lies beside the page: at the address itself within
 * the mirrored folder, in the folder that a browser saves beside a page, or next to it. Nothing outside the root is
 * looked at, symbolic links lead nowhere, and a photo must be one that the newsroom can show.
 *
 * @param page path of the page
 * @param root absolute path of the folder that was given to the import
 * @param address as the page has it: `../bilder/foto.jpg`
 */
export async function findFileBeside(
  page: string,
  root: string,
  address: string,
): Promise<FileBeside | undefined> {
  for (const path of candidates(resolve(page), root, address)) {
    const status = lstatSync(path, { throwIfNoEntry: false });
    if (!status?.isFile() || !isWithin(root, path)) continue;
    const file = await usableFile(path, status);
    if (file !== undefined) return file;
  }
  return undefined;
}

function candidates(page: string, root: string, address: string): string[] {
  const path = readablePath(address.split(/[?#]/, 1)[0] ?? "");
  const name = basename(path);
  if (name === "" || (!PHOTO.test(name) && downloadEnding(name) === undefined)) return [];
  const folder = dirname(page);
  const stem = basename(page).replace(/\.[^.]+$/, "");
  const inAddress = /^https?:\/\/[^/]+\//i.test(path) ? path.replace(/^https?:\/\/[^/]+/i, "") : path;
  const mirror = mirrorRoot(page) ?? root;
  return [
    inAddress.startsWith("/") ? join(mirror, inAddress) : resolve(folder, inAddress),
    join(folder, `${stem}_files`, name),
    join(folder, `${stem}-Dateien`, name),
    join(folder, name),
  ];
}

const IN_PATH = new RegExp(String.raw`^.*[/\\]${FORMER_HOST}(?=[/\\])`, "i");

/** The folder of a mirrored host in a page's path. */
function mirrorRoot(page: string): string | undefined {
  return IN_PATH.exec(page)?.[0];
}

function isWithin(root: string, path: string): boolean {
  return !/^\.\.(?:[/\\]|$)/.test(relative(root, path));
}

async function usableFile(path: string, { size }: Stats): Promise<FileBeside | undefined> {
  const ending = downloadEnding(path);
  if (ending !== undefined) return size > 0 && size <= LARGEST_DOWNLOAD ? { path, ending } : undefined;
  const header = await probeImage(path, size);
  return "fault" in header ? undefined : { path, ending: header.format === "jpeg" ? "jpg" : header.format };
}
