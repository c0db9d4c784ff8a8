import { spawnSync } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { basename } from "node:path";

/**
 * Signatures by the program minisign (https://jedisct1.github.io/minisign/, version 0.11 as Debian has it), whose
 * cryptography they are.
 */

/** Why there is no signature, or none to trust: a German sentence for the operator. */
export type SignatureFault = { readonly fault: string };

/** A signature that is right. */
export type GoodSignature = {
  /** The public key that it fits. */
  readonly publicKey: string;
  /** The line that was signed with the file. */
  readonly comment: string;
};

/** What {@link signFile} needs beside the file. */
export type SigningOptions = {
  /** The secret key, as `minisign -G` wrote it. */
  readonly secretKeyFile: string;
  /** One line that is signed too and shown to whoever checks. */
  readonly comment: string;
  /** Keys of which the signature must fit one: a signature that no reader can check is none. */
  readonly publicKeys: readonly string[];
};

/**
 * Signs a file. For a key with a password minisign asks in the terminal; where there is none, that is a fault. An
 * earlier signature is replaced by a good one only.
 *
 * @param signature where the signature goes
 */
export function signFile(
  file: string,
  signature: string,
  { secretKeyFile, comment, publicKeys }: SigningOptions,
): GoodSignature | SignatureFault {
  const fresh = `${signature}.neu`;
  try {
    const args = ["-S", "-s", secretKeyFile, "-m", file, "-x", fresh, "-t", comment];
    const run = minisign(args, process.stdin.isTTY ? "terminal" : "alone");
    if ("fault" in run) return run;
    if (run.status !== 0) return { fault: signingFault(run) };
    const signed = verifyFile(file, fresh, publicKeys);
    if (!("fault" in signed)) renameSync(fresh, signature);
    return signed;
  } finally {
    rmSync(fresh, { force: true });
  }
}

function signingFault({ message }: Run): string {
  return message.includes("get_password")
    ? "Der geheime Schlüssel hat ein Passwort, und hier kann es niemand eingeben. Bitte in einem Terminal aufrufen oder für den Automaten einen Schlüssel ohne Passwort verwenden (docs/signatur.md)."
    : `Falsches Passwort oder kein geheimer Schlüssel von minisign. ${message}`.trim();
}

/**
 * Checks the signature of a file.
 *
 * @param publicKeys keys to trust, each as `minisign -G` prints it; one must fit
 */
export function verifyFile(
  file: string,
  signature: string,
  publicKeys: readonly string[],
): GoodSignature | SignatureFault {
  if (!existsSync(signature)) return { fault: `Nicht signiert: ${basename(signature)} fehlt.` };
  if (publicKeys.length === 0)
    return {
      fault: "Nicht prüfbar: kreis.yaml nennt unter signingKeys keinen Schlüssel, dem zu trauen ist.",
    };
  for (const publicKey of publicKeys) {
    const run = minisign(["-V", "-Q", "-m", file, "-x", signature, "-P", publicKey], "alone");
    if ("fault" in run) return run;
    if (run.status === 0) return { publicKey, comment: run.output.trim() };
    const isOtherKey = run.message.includes("key id in");
    if (!isOtherKey) {
      return run.status === 1
        ? { fault: `Die Signatur passt nicht: ${basename(file)} oder die Signatur wurde verändert.` }
        : { fault: "Die Signatur ist unlesbar, beschädigt oder abgeschnitten." };
    }
  }
  return { fault: "Die Signatur stammt von einem anderen Schlüssel als denen, denen hier zu trauen ist." };
}

type Run = { readonly status: number | null; readonly output: string; readonly message: string };

/** In a terminal the operator sees what minisign asks and says; alone it gets no input, so that it never waits. */
function minisign(args: readonly string[], mode: "terminal" | "alone"): Run | SignatureFault {
  const run = spawnSync("minisign", args, {
    encoding: "utf8",
    stdio: mode === "terminal" ? ["inherit", "pipe", "inherit"] : ["ignore", "pipe", "pipe"],
  });
  if (run.error !== undefined) return { fault: missingProgram(run.error) };
  return { status: run.status, output: run.stdout, message: run.stderr ?? "" };
}

function missingProgram({ message }: Error): string {
  return `Das Programm minisign lässt sich nicht starten (${message}). Debian und Ubuntu: apt install minisign; macOS: brew install minisign; Windows: scoop install minisign.`;
}
