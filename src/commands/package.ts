import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { siteOptionsFrom, UsageError } from "../eleventy/site-options.ts";
import { writeArchive } from "../publish/package-archive.ts";
import { ofOneBuild, readServedSite, type ServedSite } from "../publish/served-site.ts";
import { packageFiles } from "../publish/site-package.ts";
import {
  counted,
  type ExitCode,
  processTerminal,
  readOptions,
  runCommand,
  type Terminal,
} from "./terminal.ts";

/** Name of the archive in the folder of `--output`. */
const ARCHIVE = "newsroom.tar.gz";

const GUIDE = new URL("../../docs/server.md", import.meta.url);

/**
 * `npm run package`: makes one archive of a built site, with all that a server needs to serve it. Where anything
 * fails, the last archive stays as it is.
 */
export async function packageSite(terminal: Terminal): Promise<ExitCode> {
  const started = performance.now();
  const { site: folder = "_site", output = "paket" } = readOptions(terminal.args, {
    site: { type: "string" },
    output: { type: "string" },
  });
  const { now } = siteOptionsFrom(terminal.environment, terminal.clock());
  const guide = await readFile(GUIDE, "utf8");
  const target = join(output, ARCHIVE);
  const fresh = `${target}.neu-${process.pid}`;
  try {
    const { count, bytes, sha256, site } = await ofOneBuild(folder, async () => {
      const site = await servedSite(folder);
      await mkdir(output, { recursive: true });
      return { site, ...(await writeArchive(fresh, packageFiles({ folder, site, guide }), now)) };
    });
    await rename(fresh, target);
    const seconds = germanNumber((performance.now() - started) / 1000);
    terminal.print(
      `${target}: ${counted(count, "Datei", "Dateien")}, ${germanNumber(bytes / 1e6)} MB; ${seconds} s.`,
    );
    terminal.print(`SHA-256: ${sha256}`);
    printUnfitAddresses(site.unfitAddresses, terminal);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  return 0;
}

async function servedSite(folder: string): Promise<ServedSite> {
  return readServedSite(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
    throw new UsageError(
      `--site=${folder} enthält keine gebaute Seite. Erwartet wird ein Ordner, den „npm run build“ geschrieben hat.`,
    );
  });
}

function printUnfitAddresses(addresses: readonly string[], { print }: Terminal): void {
  if (addresses.length === 0) return;
  print(
    `Hinweis: ${counted(addresses.length, "alte Adresse enthält", "alte Adressen enthalten")} Zeichen, die in keine Serverkonfiguration kommen; dort leitet nur die Seite selbst weiter:`,
  );
  for (const address of addresses) print(`  ${address}`);
}

function germanNumber(number: number): string {
  return number.toLocaleString("de-DE", { maximumFractionDigits: 1 });
}

if (import.meta.main) process.exitCode = await runCommand(packageSite, processTerminal);
