import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sign } from "../../src/commands/sign.ts";
import { type ExitCode, runCommand, type Terminal } from "../../src/commands/terminal.ts";
import { verify } from "../../src/commands/verify.ts";
import { manifestOf } from "../../src/publish/signed-manifest.ts";
import { aContentFolder, aTemporaryFolder, OFFICE_FILES } from "../fixtures/content-folder.ts";

const hasMinisign = spawnSync("minisign", ["-v"]).error === undefined;

type KeyPair = { readonly secretKeyFile: string; readonly publicKey: string };

const keyFolder = mkdtempSync(join(tmpdir(), "newsroom-keys-"));
afterAll(() => rmSync(keyFolder, { recursive: true, force: true }));

function makeKeyPairs(): void {
  office = aKeyPair("amt");
  other = aKeyPair("fremd");
}

/** A fresh pair made by minisign itself. */
function aKeyPair(name: string): KeyPair {
  const secretKeyFile = join(keyFolder, `${name}.key`);
  const publicKeyFile = join(keyFolder, `${name}.pub`);
  spawnSync("minisign", ["-G", "-f", "-W", "-s", secretKeyFile, "-p", publicKeyFile]);
  return { secretKeyFile, publicKey: readFileSync(publicKeyFile, "utf8").split("\n")[1] ?? "" };
}

const TEXT = "pressemitteilungen/2019/03/27/x/text.txt";

/** A built site, a kreis.yaml with these entries in `signingKeys`, and the two commands on both. */
async function aNewsroom(...signingKeys: readonly string[]) {
  const site = join(await aTemporaryFolder(), "site");
  mkdirSync(dirname(join(site, TEXT)), { recursive: true });
  writeFileSync(join(site, "index.html"), "Start");
  writeFileSync(join(site, TEXT), "Soest hat ein Bündnis.\n");
  const keys = signingKeys.length === 0 ? "" : `signingKeys: [${signingKeys.join(", ")}]\n`;
  const content = await aContentFolder({ "kreis.yaml": `${OFFICE_FILES["kreis.yaml"]}${keys}` });
  const run = (command: Command, environment: NodeJS.ProcessEnv) =>
    answerOf(command, [`--site=${site}`, `--input=${content}`], environment);
  return {
    site,
    sign: ({ secretKeyFile }: Pick<KeyPair, "secretKeyFile">, environment: NodeJS.ProcessEnv = {}) =>
      run(sign, { MINISIGN_SECRET_KEY_FILE: secretKeyFile, ...environment }),
    verify: () => run(verify, {}),
  };
}

type Command = (terminal: Terminal) => Promise<ExitCode>;

/** The exit code of a command and all it printed, on 22 November 2026, 12:00 in Berlin. */
async function answerOf(command: Command, args: readonly string[], environment: NodeJS.ProcessEnv) {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const terminal = { args, environment, clock: () => 1_795_345_200_000, print, printError: print };
  const code = await runCommand(command, terminal);
  const target = args[0]?.replace(/^--\w+=/, "") ?? "";
  const shown = basename(target).replace(/^site$/, "_site");
  return [code, ...lines.map((line) => line.replaceAll(target, shown).replaceAll(keyFolder, "/schluessel"))];
}

const entry = ({ publicKey }: KeyPair, rest = "") => `{ key: ${publicKey}, since: 2026-11-01${rest} }`;

let office: KeyPair;
let other: KeyPair;

describe.runIf(hasMinisign)("A signed site", () => {
  beforeAll(makeKeyPairs);

  it("is found genuine, and says of which office, address, moment and size it is", async () => {
    const newsroom = await aNewsroom(entry(office));
    expect(await newsroom.sign(office)).toMatchInlineSnapshot(`
      [
        0,
        "_site ist signiert: Kreis Soest, https://presse.example.org/, Stand 22.11.2026 12:00, 2 Dateien.",
      ]
    `);
    expect(await newsroom.verify()).toMatchInlineSnapshot(`
      [
        0,
        "_site ist echt und unverändert: Kreis Soest, https://presse.example.org/, Stand 22.11.2026 12:00, 2 Dateien.",
      ]
    `);
  });

  it("is found genuine by minisign and sha256sum alone, as the page explains", async () => {
    const { site, sign } = await aNewsroom(entry(office));
    await sign(office);
    const minisign = spawnSync("minisign", ["-Vm", "SHA256SUMS", "-P", office.publicKey], {
      cwd: site,
      encoding: "utf8",
    });
    expect(minisign.stdout).toContain("Signature and comment signature verified");
    expect(spawnSync("sha256sum", ["-c", "SHA256SUMS"], { cwd: site }).status).toBe(0);
  });

  it("names its address and moment as the build does", async () => {
    const newsroom = await aNewsroom(entry(office));
    const environment = {
      SITE_URL: "https://www.example.org",
      PATH_PREFIX: "/presse/",
      SOURCE_DATE_EPOCH: "1553677200",
    };
    await newsroom.sign(office, environment);
    const signature = readFileSync(join(newsroom.site, "SHA256SUMS.minisig"), "utf8");
    expect(signature.split("\n")[2]).toBe(
      "trusted comment: Kreis Soest, https://www.example.org/presse/, Stand 27.03.2019 10:00, 2 Dateien",
    );
    await newsroom.sign(office, environment);
    expect(readFileSync(join(newsroom.site, "SHA256SUMS.minisig"), "utf8")).toBe(signature);
  });

  const put = (path: string, content: string) => (site: string) => writeFileSync(join(site, path), content);
  const cut = (length: number) => (site: string) => {
    const path = join(site, "SHA256SUMS.minisig");
    writeFileSync(path, readFileSync(path).subarray(0, length));
  };
  const replace = (path: string, from: string | RegExp, to: string) => (site: string) => {
    const text = readFileSync(join(site, path), "utf8");
    expect(text).toMatch(from);
    writeFileSync(join(site, path), text.replace(from, to));
  };
  const WRONG = "Die Signatur passt nicht: SHA256SUMS oder die Signatur wurde verändert.";
  const UNREADABLE = "Die Signatur ist unlesbar, beschädigt oder abgeschnitten.";

  it.each<[string, (site: string) => void, string[]]>([
    ["a changed text", put(TEXT, "Soest hat keins.\n"), [`Verändert: ${TEXT}`]],
    ["a missing text", (site) => rmSync(join(site, TEXT)), [`Fehlt: ${TEXT}`]],
    ["a page too many", put("neu.html", "x"), ["Steht nicht in der Liste: neu.html"]],
    [
      "a list changed to fit",
      replace("SHA256SUMS", /^[0-9a-f]{8}/, "00000000"),
      ["Verändert: index.html", WRONG],
    ],
    [
      "a list with a line more",
      replace("SHA256SUMS", /$/, "Unsinn"),
      ["Unlesbar: SHA256SUMS, Zeile 3", WRONG],
    ],
    ["a missing list", (site) => rmSync(join(site, "SHA256SUMS")), ["Nicht signiert: SHA256SUMS fehlt."]],
    [
      "a missing signature",
      (site) => rmSync(join(site, "SHA256SUMS.minisig")),
      ["Nicht signiert: SHA256SUMS.minisig fehlt."],
    ],
    ["an empty signature", cut(0), [UNREADABLE]],
    ["a signature cut in its first line", cut(40), [UNREADABLE]],
    ["a signature cut in its second", cut(120), [UNREADABLE]],
    ["a signature cut before its end", cut(270), [UNREADABLE]],
    ["a later moment in the signature", replace("SHA256SUMS.minisig", "22.11.2026", "23.11.2026"), [WRONG]],
  ])("is told by %s", async (_, tamper, told) => {
    const newsroom = await aNewsroom(entry(office));
    await newsroom.sign(office);
    tamper(newsroom.site);
    expect(await newsroom.verify()).toEqual([1, ...told, "_site ist nicht als echt bestätigt."]);
  });

  it("is told by another's signature, however right its list is", async () => {
    const newsroom = await aNewsroom(entry(office), entry(other, ", revoked: Gestohlen."));
    await newsroom.sign(office);
    spawnSync("minisign", ["-S", "-s", other.secretKeyFile, "-m", join(newsroom.site, "SHA256SUMS")]);
    expect(await newsroom.verify()).toEqual([
      1,
      "Die Signatur stammt von einem anderen Schlüssel als denen, denen hier zu trauen ist.",
      "_site ist nicht als echt bestätigt.",
    ]);
  });

  it("tells the first thirty of many differences", async () => {
    const newsroom = await aNewsroom(entry(office));
    await newsroom.sign(office);
    for (let number = 0; number < 40; number += 1) put(`${number}.html`, "x")(newsroom.site);
    const [, ...told] = await newsroom.verify();
    expect(told).toHaveLength(32);
    expect(told.slice(-2)).toEqual(["… und 10 weitere.", "_site ist nicht als echt bestätigt."]);
  });

  it("stays genuine when its key was followed by another", async () => {
    const newsroom = await aNewsroom(entry(other), entry(office, ", until: 2026-12-31"));
    const before = await aNewsroom(entry(office));
    await before.sign(office);
    for (const name of ["SHA256SUMS", "SHA256SUMS.minisig"])
      writeFileSync(join(newsroom.site, name), readFileSync(join(before.site, name)));
    expect((await newsroom.verify()).slice(-1)).toEqual([
      "Hinweis: Signiert ist mit einem früheren Schlüssel, genutzt bis 31.12.2026.",
    ]);
  });
});

describe.runIf(hasMinisign)("A signed package", () => {
  beforeAll(makeKeyPairs);

  /** An archive of a folder that lists its files, and the two commands on it. */
  async function aPackage() {
    const { site } = await aNewsroom();
    const archive = join(dirname(site), "newsroom.tar.gz");
    const content = await aContentFolder({
      "kreis.yaml": `${OFFICE_FILES["kreis.yaml"]}signingKeys: [${entry(office)}]\n`,
    });
    writeFileSync(join(site, "SHA256SUMS"), manifestOf(site).text);
    const pack = () => spawnSync("tar", ["-cf", archive, "-C", site, "."]);
    pack();
    const run = (command: Command, environment: NodeJS.ProcessEnv = {}) =>
      answerOf(command, [`--package=${archive}`, `--input=${content}`], environment);
    await run(sign, { MINISIGN_SECRET_KEY_FILE: office.secretKeyFile });
    return { site, archive, pack, verify: () => run(verify) };
  }

  it("is found genuine as a whole", async () => {
    const { verify } = await aPackage();
    expect(await verify()).toEqual([
      0,
      "newsroom.tar.gz ist echt und unverändert: Kreis Soest, https://presse.example.org/, Stand 22.11.2026 12:00, newsroom.tar.gz.",
    ]);
  });

  it.each<[string, (given: Awaited<ReturnType<typeof aPackage>>) => void, readonly string[]]>([
    [
      "a changed text in it",
      ({ site, pack }) => {
        writeFileSync(join(site, TEXT), "Soest hat keins.\n");
        pack();
      },
      [`Verändert: ${TEXT}`, "Die Signatur passt nicht: newsroom.tar.gz oder die Signatur wurde verändert."],
    ],
    [
      "its end missing",
      ({ archive }) => writeFileSync(archive, readFileSync(archive).subarray(0, 700)),
      [
        "Das Paket ist beschädigt oder keines.",
        "Die Signatur passt nicht: newsroom.tar.gz oder die Signatur wurde verändert.",
      ],
    ],
    [
      "its signature missing",
      ({ archive }) => rmSync(`${archive}.minisig`),
      ["Nicht signiert: newsroom.tar.gz.minisig fehlt."],
    ],
  ])("is told by %s", async (_, tamper, told) => {
    const given = await aPackage();
    tamper(given);
    expect(await given.verify()).toEqual([1, ...told, "newsroom.tar.gz ist nicht als echt bestätigt."]);
  });

  it("must be there", async () => {
    const { archive, verify } = await aPackage();
    rmSync(archive);
    expect(await verify()).toEqual([2, "Falscher Aufruf: --package=newsroom.tar.gz gibt es nicht."]);
  });
});

describe.runIf(hasMinisign)("Nothing is signed", () => {
  beforeAll(makeKeyPairs);
  const OTHER =
    "Nicht signiert: Die Signatur stammt von einem anderen Schlüssel als denen, denen hier zu trauen ist.";

  it.each<[string, () => readonly string[], readonly (number | string)[]]>([
    [
      "without a key in kreis.yaml",
      () => [],
      [
        1,
        "Nicht signiert: kreis.yaml nennt unter signingKeys keinen Schlüssel, der gilt. docs/signatur.md sagt, wie er entsteht.",
      ],
    ],
    ["with a key that kreis.yaml does not name", () => [entry(other)], [1, OTHER]],
    ["with a former key", () => [entry(other), entry(office, ", until: 2026-11-30")], [1, OTHER]],
    ["with a revoked key", () => [entry(other), entry(office, ", revoked: Gestohlen.")], [1, OTHER]],
  ])("%s", async (_, signingKeys, answer) => {
    const newsroom = await aNewsroom(...signingKeys());
    expect(await newsroom.sign(office)).toEqual(answer);
    expect(await newsroom.verify()).toContain("_site ist nicht als echt bestätigt.");
    expect(readdirSync(newsroom.site)).toEqual(["index.html", "pressemitteilungen"]);
  });

  it("with a file that is no secret key", async () => {
    const file = join(keyFolder, "unsinn.key");
    writeFileSync(file, "Unsinn");
    const newsroom = await aNewsroom(entry(office));
    expect(await newsroom.sign({ secretKeyFile: file })).toMatchInlineSnapshot(`
      [
        1,
        "Nicht signiert: Falsches Passwort oder kein geheimer Schlüssel von minisign. Error while loading the secret key file",
      ]
    `);
  });

  it("where a password is needed and nobody can type it", async () => {
    const file = join(keyFolder, "passwort.key");
    const [comment, key = ""] = readFileSync(office.secretKeyFile, "utf8").split("\n");
    const bytes = Buffer.from(key, "base64");
    // The name of the key derivation: minisign asks for the password before it derives anything.
    bytes.write("Sc", 2);
    writeFileSync(file, `${comment}\n${bytes.toString("base64")}\n`);
    const newsroom = await aNewsroom(entry(office));
    expect(await newsroom.sign({ secretKeyFile: file })).toMatchInlineSnapshot(`
      [
        1,
        "Nicht signiert: Der geheime Schlüssel hat ein Passwort, und hier kann es niemand eingeben. Bitte in einem Terminal aufrufen oder für den Automaten einen Schlüssel ohne Passwort verwenden (docs/signatur.md).",
      ]
    `);
  });

  it("where the secret key is missing, or would be published", async () => {
    const newsroom = await aNewsroom(entry(office));
    expect(await newsroom.sign({ secretKeyFile: join(keyFolder, "fehlt.key") })).toMatchInlineSnapshot(`
      [
        2,
        "Falscher Aufruf: Der geheime Schlüssel /schluessel/fehlt.key fehlt. MINISIGN_SECRET_KEY_FILE nennt die Datei, in der er liegt (docs/signatur.md).",
      ]
    `);
    const published = join(newsroom.site, "amt.key");
    writeFileSync(published, readFileSync(office.secretKeyFile));
    expect(await newsroom.sign({ secretKeyFile: published })).toMatchInlineSnapshot(`
      [
        2,
        "Falscher Aufruf: Der geheime Schlüssel _site/amt.key liegt im Projekt oder in der Seite und könnte veröffentlicht werden. Bitte woanders aufbewahren.",
      ]
    `);
  });

  it("where no site was built", async () => {
    const newsroom = await aNewsroom(entry(office));
    rmSync(newsroom.site, { recursive: true });
    expect(await newsroom.sign(office)).toMatchInlineSnapshot(`
      [
        2,
        "Falscher Aufruf: --site=_site enthält keine gebaute Seite. Erst bauen: npm run build.",
      ]
    `);
    expect(await newsroom.verify()).toMatchInlineSnapshot(`
      [
        2,
        "Falscher Aufruf: --site=_site gibt es nicht.",
      ]
    `);
  });

  it("where minisign is not installed", async () => {
    const newsroom = await aNewsroom(entry(office));
    vi.stubEnv("PATH", keyFolder);
    const told = await newsroom.sign(office);
    vi.unstubAllEnvs();
    expect(told).toMatchInlineSnapshot(`
      [
        1,
        "Nicht signiert: Das Programm minisign lässt sich nicht starten (spawnSync minisign ENOENT). Debian und Ubuntu: apt install minisign; macOS: brew install minisign; Windows: scoop install minisign.",
      ]
    `);
  });
});
