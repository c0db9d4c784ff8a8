import { access } from "node:fs/promises";
import { type Browser, chromium } from "playwright-core";

const SYSTEM_BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Arguments for a browser that runs as root without a display and calls nobody. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts a Chromium: the one of `CHROME_PATH`, else the system's, else the one that comes from npm. There is
 * always one or an error; browser tests are never skipped in silence.
 *
 * @param more further arguments for the browser
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH ?? (await systemBrowser()) ?? (await npmBrowser());
  return chromium.launch({ executablePath, args: [...QUIET, ...more] });
}

async function systemBrowser(): Promise<string | undefined> {
  for (const path of SYSTEM_BROWSERS) {
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}

async function npmBrowser(): Promise<string> {
  const { default: packaged } = await import("@sparticuz/chromium");
  return packaged.executablePath();
}
