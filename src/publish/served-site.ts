import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { z } from "zod";
import { ADDRESSES } from "../domain/address.ts";
import { REDIRECTS_ADDRESS } from "../outputs/redirects.ts";
import type { PagePolicies } from "./header-rules.ts";
import { type Redirect, serverRedirects } from "./redirect-rules.ts";

/** What a server must know of a built site to serve it. */
export type ServedSite = {
  /** Host, with its port where the address names one: `presse.example.org`. */
  readonly host: string;
  /** Path below which the site stands, with slashes at both ends. */
  readonly prefix: string;
  /** Whether the site's address begins with `https:`. */
  readonly isEncrypted: boolean;
  readonly policies: PagePolicies;
  readonly redirects: readonly Redirect[];
  /** Old addresses that only their pages forward, as no configuration takes their characters. */
  readonly unfitAddresses: readonly string[];
};

/** An address as the site writes it: nothing that means something else in a server's configuration. */
const plainAddress = z.string().regex(/^\/[\w./~-]*$/);

const redirectListSchema = z.strictObject({
  site: z.url({ protocol: /^https?$/ }),
  shortLinks: z.record(z.string(), plainAddress),
  oldAddresses: z.record(z.string(), plainAddress),
});

/**
 * Reads from a built site how it is to be served: its address and forwarded addresses from the list that it
 * publishes, its policies from the pages themselves, so that header and page cannot differ.
 *
 * @example await readServedSite("_site") → { host: "presse.example.org", prefix: "/", isEncrypted: true, … }
 * @param folder a built site
 * @throws where the folder holds none; the list is then missing or none
 */
export async function readServedSite(folder: string): Promise<ServedSite> {
  const list = redirectListSchema.parse(JSON.parse(await readFile(join(folder, REDIRECTS_ADDRESS), "utf8")));
  const { host, pathname, protocol } = new URL(list.site);
  return {
    host,
    prefix: pathname,
    isEncrypted: protocol === "https:",
    policies: await readPolicies(folder),
    ...serverRedirects(list, pathname),
  };
}

/** The pages whose policy may differ from that of all others. */
const PAGES_OF_THEIR_OWN = [ADDRESSES.search, ADDRESSES.editing];

async function readPolicies(folder: string): Promise<PagePolicies> {
  const policyAt = async (address: string) => {
    const page = join(folder, address, "index.html");
    return pagePolicy(await readFile(page, "utf8"));
  };
  const everywhere = await policyAt(ADDRESSES.start);
  if (everywhere === undefined) throw new Error("The start page carries no Content-Security-Policy");
  const below: Record<string, string> = {};
  for (const address of PAGES_OF_THEIR_OWN) {
    const policy = await policyAt(address).catch(absent);
    if (policy !== undefined && policy !== everywhere) below[address] = policy;
  }
  return { everywhere, below };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

/**
 * The Content-Security-Policy that a page carries.
 *
 * @example pagePolicy('<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;">') → "default-src 'none'"
 */
export function pagePolicy(html: string): string | undefined {
  let policy: string | undefined;
  const parser = new Parser({
    onopentag(name, { "http-equiv": kind, content }) {
      if (name === "meta" && kind?.toLowerCase() === "content-security-policy") policy ??= content;
    },
  });
  parser.end(html);
  return policy;
}

/**
 * What is made of a built site, file by file; made again where a build put another in its place meanwhile, so that
 * nothing mixes two.
 */
export async function ofOneBuild<Made>(folder: string, make: () => Promise<Made>): Promise<Made> {
  const inode = () => statSync(folder, { throwIfNoEntry: false })?.ino;
  const before = inode();
  const outcome = await make().then(
    (made) => ({ made }),
    (error: unknown) => ({ error }),
  );
  // A build that removes a page takes it from under whoever reads the former site.
  if (before !== inode()) return ofOneBuild(folder, make);
  if ("error" in outcome) throw outcome.error;
  return outcome.made;
}
