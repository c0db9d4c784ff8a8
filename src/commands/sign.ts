import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join, relative } from "node:path";
import { germanDateTime, momentAt } from "../domain/berlin-time.ts";
import { currentSigningKeys, type Office } from "../domain/office.ts";
import { siteOptionsFrom, UsageError } from "../eleventy/site-options.ts";
import { type SigningOptions, signFile } from "../publish/minisign.ts";
import { manifestOf, writeSigned } from "../publish/signed-manifest.ts";
import { readSigningOffice } from "./signing-office.ts";
import {
  counted,
  type ExitCode,
  processTerminal,
  readOptions,
  runCommand,
  type Terminal,
} from "./terminal.ts";

/**
 * `npm run sign`: lists every file of a built site in `SHA256SUMS` and has minisign sign the list; with `--package` it
 * signs a package as a whole. The secret key is the file that `MINISIGN_SECRET_KEY_FILE` names, or minisign's own in
 * the home folder. Nothing is written unless the signature fits a key of `kreis.yaml`.
 */
export async function sign(terminal: Terminal): Promise<ExitCode> {
  const {
    site = "_site",
    package: archive,
    input = "content",
  } = readOptions(terminal.args, {
    site: { type: "string" },
    package: { type: "string" },
    input: { type: "string" },
  });
  if (archive === undefined && !existsSync(join(site, "index.html")))
    throw new UsageError(`--site=${site} enthält keine gebaute Seite. Erst bauen: npm run build.`);
  if (archive !== undefined && !existsSync(archive))
    throw new UsageError(`--package=${archive} gibt es nicht. Erst packen: npm run package.`);
  const office = await readSigningOffice(input, terminal);
  if (office === undefined) return 1;
  const publicKeys = currentSigningKeys(office).map(({ key }) => key);
  if (publicKeys.length === 0) {
    terminal.printError(
      "Nicht signiert: kreis.yaml nennt unter signingKeys keinen Schlüssel, der gilt. docs/signatur.md sagt, wie er entsteht.",
    );
    return 1;
  }
  const secretKeyFile = findSecretKey(terminal.environment, site);
  const options = (what: string) => ({
    secretKeyFile,
    publicKeys,
    comment: commentFor(what, office, terminal),
  });
  const signed =
    archive === undefined
      ? signSite(site, options)
      : signFile(archive, `${archive}.minisig`, options(basename(archive)));
  if ("fault" in signed) {
    terminal.printError(`Nicht signiert: ${signed.fault}`);
    return 1;
  }
  terminal.print(`${archive ?? site} ist signiert: ${signed.comment}.`);
  return 0;
}

function signSite(site: string, options: (what: string) => SigningOptions) {
  const manifest = manifestOf(site);
  return writeSigned(manifest, site, options(counted(manifest.count, "Datei", "Dateien")));
}

/** What a reader sees when the signature is right; the moment tells a genuine list that is old from today's. */
function commentFor(what: string, office: Office, { environment, clock }: Terminal): string {
  const { now, origin = office.url, pathPrefix } = siteOptionsFrom(environment, clock());
  const address = `${origin.replace(/\/+$/, "")}${pathPrefix}`;
  return `${office.name}, ${address}, Stand ${germanDateTime(momentAt(now))}, ${what}`;
}

/**
 * The secret key's file, which must lie neither in the project, whose files are committed, nor in the site, whose
 * files are published.
 */
function findSecretKey({ MINISIGN_SECRET_KEY_FILE }: NodeJS.ProcessEnv, site: string): string {
  const file = MINISIGN_SECRET_KEY_FILE || join(homedir(), ".minisign", "minisign.key");
  if (!existsSync(file)) {
    throw new UsageError(
      `Der geheime Schlüssel ${file} fehlt. MINISIGN_SECRET_KEY_FILE nennt die Datei, in der er liegt (docs/signatur.md).`,
    );
  }
  const path = realpathSync(file);
  const folders = [process.cwd(), ...(existsSync(site) ? [realpathSync(site)] : [])];
  for (const folder of folders) {
    if (relative(folder, path).startsWith("..")) continue;
    throw new UsageError(
      `Der geheime Schlüssel ${file} liegt im Projekt oder in der Seite und könnte veröffentlicht werden. Bitte woanders aufbewahren.`,
    );
  }
  return path;
}

if (import.meta.main) process.exitCode = await runCommand(sign, processTerminal);
