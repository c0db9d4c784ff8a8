import { type ChildProcess, spawn } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { aContentFolder, RELEASE_FILE, releaseText } from "../fixtures/content-folder.ts";
import { launchBrowser } from "./browser.ts";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const RELEASE = "/pressemitteilungen/2019/03/27/titel/";
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Starts the preview of a content folder and resolves to its origin once it answers. */
async function preview(input: string): Promise<string> {
  const port = 20_000 + (process.pid % 20_000);
  const output = join(input, "..", `vorschau-${port}`);
  const child: ChildProcess = spawn(
    process.execPath,
    ["src/commands/start.ts", `--input=${input}`, `--port=${port}`, `--output=${output}`],
    { cwd: PROJECT, stdio: "ignore" },
  );
  onTestFinished(async () => {
    child.kill("SIGKILL");
    // The indexer is a process of its own and may still be writing for a moment after its parent was killed.
    await rm(output, { recursive: true, force: true, maxRetries: 50, retryDelay: 200 });
  });
  const origin = `http://localhost:${port}`;
  await expect
    .poll(
      () =>
        fetch(origin).then(
          (answer) => answer.status > 0,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
  return origin;
}

describe("The local preview", () => {
  it("keeps drafts from other machines in the network", async ({ skip }) => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === "IPv4");
    skip(outside.length === 0, "this machine has no IPv4 address at which others could ask");
    const { port } = new URL(
      await preview(await aContentFolder({ [RELEASE_FILE]: releaseText("draft: true") })),
    );
    // Under the name that this machine's own browser asks for, so that the address alone is refused.
    const host = `localhost:${port}`;
    for (const { address } of outside) {
      const status = await statusOf({ port, path: RELEASE, host, hostname: address }).catch(() => 403);
      expect(status, address).toBe(403);
    }
  });

  it("shows drafts and releases to come, marked, and mends itself with the content, without a restart", async () => {
    const input = await aContentFolder({
      [RELEASE_FILE]: releaseText("draft: true"),
      "pressemitteilungen/2035/2035-01-01-spaeter.md":
        "---\ntitle: Später\ndate: 2035-01-01 10:00\n---\nText.\n",
    });
    const origin = await preview(input);
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("status of 500"))
        complaints.push(message.text());
    });

    await page.goto(`${origin}/pressemitteilungen/2035/01/01/spaeter/`);
    expect(await page.getByRole("main").textContent()).toContain("01.01.2035 10:00");

    await page.goto(`${origin}${RELEASE}`);
    expect(await page.getByRole("main").textContent()).toContain("Entwurf");

    await writeFile(join(input, RELEASE_FILE), releaseText("tags: [Integratoin]"));
    await page.getByText("„Integratoin“ steht nicht in themen.yaml").first().waitFor({ timeout: 20_000 });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Ein Problem im Inhalt");

    await writeFile(join(input, RELEASE_FILE), releaseText("tags: [Integration]"));
    await page.getByRole("link", { name: "Integration" }).first().waitFor({ timeout: 20_000 });

    await rm(join(input, "pressemitteilungen/2035/2035-01-01-spaeter.md"));
    await expect
      .poll(() => fetch(`${origin}/pressemitteilungen/`).then((answer) => answer.text()), { timeout: 20_000 })
      .not.toContain("Später");
    await expect
      .poll(() => fetch(`${origin}/pressemitteilungen/2035/01/01/spaeter/`).then((answer) => answer.status))
      .toBe(404);
    expect(complaints).toEqual([]);
  });

  it("is for this machine's own browser: not for other sites in it, whatever their name leads to", async () => {
    const input = await aContentFolder({ [RELEASE_FILE]: releaseText("draft: true") });
    const { port } = new URL(await preview(input));
    for (const host of ["evil.example", `evil.example:${port}`, "localhost.evil.example"])
      expect(await statusOf({ port, path: RELEASE, host })).toBe(403);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
      expect(await statusOf({ port, path: RELEASE, host })).toBe(200);
  });

  it("goes on after a request that names nothing", async () => {
    const { port } = new URL(await preview(await aContentFolder({ [RELEASE_FILE]: releaseText() })));
    const host = `localhost:${port}`;
    for (const path of ["//", "/100%", "/%zz", "/a%00b", "/..%2f..%2fetc/passwd", "/..%5c..%5cetc"])
      expect(await statusOf({ port, path, host }), path).toBe(404);
    expect(await statusOf({ port, path: RELEASE, host })).toBe(200);
  });
});

/** The status of an answer to a request as no browser page could send it. */
function statusOf({
  hostname = "localhost",
  port,
  path,
  host,
}: Record<"port" | "path" | "host", string> & { readonly hostname?: string }): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
