import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { germanDate } from "../domain/berlin-time.ts";
import { UsageError } from "../eleventy/site-options.ts";
import { type GoodSignature, type SignatureFault, verifyFile } from "../publish/minisign.ts";
import {
  compareWithManifest,
  MANIFEST,
  MANIFEST_SIGNATURE,
  type ManifestDifference,
} from "../publish/signed-manifest.ts";
import { readSigningOffice } from "./signing-office.ts";
import { type ExitCode, processTerminal, readOptions, runCommand, type Terminal } from "./terminal.ts";

/**
 * `npm run verify`: whether a site, or with `--package` a package, is what the office signed, file by file. Keys come
 * from `kreis.yaml` of the checker's own copy of the content; former ones count, revoked ones do not.
 */
export async function verify(terminal: Terminal): Promise<ExitCode> {
  const {
    site = "_site",
    package: archive,
    input = "content",
  } = readOptions(terminal.args, {
    site: { type: "string" },
    package: { type: "string" },
    input: { type: "string" },
  });
  const target = archive ?? site;
  if (!existsSync(target))
    throw new UsageError(`--${archive === undefined ? "site" : "package"}=${target} gibt es nicht.`);
  const office = await readSigningOffice(input, terminal);
  if (office === undefined) return 1;
  const trusted = (office.signingKeys ?? []).filter(({ revoked }) => revoked === undefined);
  const publicKeys = trusted.map(({ key }) => key);
  const { signature, differences } =
    archive === undefined ? checkSite(site, publicKeys) : checkPackage(archive, publicKeys);
  if ("fault" in signature || differences.length > 0) {
    const faults = [...differences, ...("fault" in signature ? [signature.fault] : [])];
    for (const fault of faults.slice(0, MOST_LINES)) terminal.printError(fault);
    if (faults.length > MOST_LINES) terminal.printError(`… und ${faults.length - MOST_LINES} weitere.`);
    terminal.printError(`${target} ist nicht als echt bestätigt.`);
    return 1;
  }
  terminal.print(`${target} ist echt und unverändert: ${signature.comment}.`);
  const until = trusted.find(({ key }) => key === signature.publicKey)?.until;
  if (until !== undefined)
    terminal.print(
      `Hinweis: Signiert ist mit einem früheren Schlüssel, genutzt bis ${germanDate(until.day)}.`,
    );
  return 0;
}

/** After a whole site was replaced, more would hide the last line. */
const MOST_LINES = 30;

/** What was found: whose signature it is, and in German what differs from what was signed. */
type Finding = {
  readonly signature: GoodSignature | SignatureFault;
  readonly differences: readonly string[];
};

function checkSite(site: string, publicKeys: readonly string[]): Finding {
  const manifest = join(site, MANIFEST);
  if (!existsSync(manifest))
    return { signature: { fault: `Nicht signiert: ${MANIFEST} fehlt.` }, differences: [] };
  return {
    signature: verifyFile(manifest, join(site, MANIFEST_SIGNATURE), publicKeys),
    differences: differencesFrom(manifest, site),
  };
}

/** A good signature vouches for every byte; what is inside is looked at only to say what was changed. */
function checkPackage(archive: string, publicKeys: readonly string[]): Finding {
  const signature = verifyFile(archive, `${archive}.minisig`, publicKeys);
  return { signature, differences: "fault" in signature ? differencesWithin(archive) : [] };
}

function differencesWithin(archive: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "newsroom-"));
  try {
    const tar = spawnSync("tar", ["-xf", archive, "-C", folder], { encoding: "utf8" });
    const manifest = join(folder, MANIFEST);
    if (tar.status !== 0 || !existsSync(manifest)) return ["Das Paket ist beschädigt oder keines."];
    return differencesFrom(manifest, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function differencesFrom(manifest: string, folder: string): readonly string[] {
  return differenceLines(compareWithManifest(folder, readFileSync(manifest, "utf8")));
}

function differenceLines({ changed, missing, extra, unreadableLines }: ManifestDifference): string[] {
  return [
    ...changed.map((path) => `Verändert: ${path}`),
    ...missing.map((path) => `Fehlt: ${path}`),
    ...extra.map((path) => `Steht nicht in der Liste: ${path}`),
    ...unreadableLines.map((line) => `Unlesbar: ${MANIFEST}, Zeile ${line}`),
  ];
}

if (import.meta.main) process.exitCode = await runCommand(verify, processTerminal);
