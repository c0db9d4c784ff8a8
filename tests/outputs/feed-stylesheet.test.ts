import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { feedFiles } from "../../src/outputs/feeds.ts";
import { launchBrowser } from "../e2e/browser.ts";
import { aRelease, aSite } from "../fixtures/newsroom.ts";

const site = aSite({ releases: [aRelease({ subtitle: "Eine Unterzeile" })] });
const files = new Map([...feedFiles(site)].map(({ address, content }) => [address, content]));

/** As hosts serve such files, under the policy of the site. */
const server = createServer((request, response) => {
  const content = files.get(request.url ?? "");
  response.writeHead(content === undefined ? 404 : 200, {
    "content-type": request.url?.endsWith(".css") ? "text/css" : "text/xml",
    "content-security-policy": "default-src 'none'; style-src 'self'",
  });
  response.end(content);
});
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

describe("A feed that a person opens in a browser", () => {
  it.each(["/feed.xml", "/rss.xml"])("%s is a readable list, not a page of code", async (address) => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${address}`);
    expect(await page.getByText("Eine Unterzeile").isVisible()).toBe(true);
    expect(await page.getByText("Beispiel: Eine Pressemitteilung", { exact: true }).isVisible()).toBe(true);
    expect(await page.getByText("Beispieltext.").isVisible()).toBe(false);
    await page.close();
  });
});
