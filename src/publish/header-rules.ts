import { ADDRESSES } from "../domain/address.ts";
import { endingsOf } from "./media-types.ts";

/** Which answers of a server are meant: those of a folder, or those whose path ends in one of some ways. */
export type Answers = { readonly below: string } | { readonly endings: readonly string[] };

/** A response header and its value; of the cases the first that fits decides. */
export type HeaderRule = {
  readonly name: string;
  readonly cases: readonly { readonly of: Answers; readonly value: string }[];
  /** Value of all other answers; the header is absent there where this is. */
  readonly otherwise?: string;
};

/** What the rules depend on. */
export type HeaderSubject = {
  /** Path below which the site stands, with slashes at both ends. */
  readonly prefix: string;
  /** Whether the site's address begins with `https:`. */
  readonly isEncrypted: boolean;
  readonly policies: PagePolicies;
};

/** The Content-Security-Policies that the pages themselves carry. */
export type PagePolicies = {
  readonly everywhere: string;
  /** Pages that need another, by the address of their folder. */
  readonly below: Readonly<Record<string, string>>;
};

/**
 * Browser features that no page needs. What the site's own script uses (clipboard, share sheet) browsers grant to a
 * page itself, and to no frame.
 */
const DENIED = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "usb",
  "xr-spatial-tracking",
];

/** A page in a frame of another site can be made to be clicked; a `<meta>` cannot forbid that (CSP 3, section 6.4.2). */
const UNFRAMED = "frame-ancestors 'none'";

/** Files whose name holds a digest of their content. */
const HASHED = [".pf_fragment", ".pf_index", ".pf_filter", ".pf_meta"];

/**
 * The response headers of every server, in one place.
 *
 * @example headerRules({ prefix: "/", isEncrypted: true, policies })[1] → { name: "Strict-Transport-Security", cases: [], otherwise: "max-age=31536000" }
 */
export function headerRules({ prefix, isEncrypted, policies }: HeaderSubject): HeaderRule[] {
  const at = (address: string) => `${prefix}${address.slice(1)}`;
  const editing = { below: at(ADDRESSES.editing) };
  return [
    {
      name: "Content-Security-Policy",
      cases: [
        ...Object.entries(policies.below).map(([address, policy]) => ({
          of: { below: at(address) },
          value: `${policy}; ${UNFRAMED}`,
        })),
        // Browsers show these in viewers of their own, some of which a policy for pages would break.
        { of: { endings: [".pdf", ".mp3", ".mp4"] }, value: UNFRAMED },
      ],
      otherwise: `${policies.everywhere}; ${UNFRAMED}`,
    },
    // Only this host: what stands below it may belong to others. Not sent by a site without TLS (RFC 6797, section 7.2).
    ...(isEncrypted ? [always("Strict-Transport-Security", "max-age=31536000")] : []),
    always("X-Content-Type-Options", "nosniff"),
    always("Referrer-Policy", "same-origin"),
    always("Permissions-Policy", DENIED.map((feature) => `${feature}=()`).join(", ")),
    {
      name: "Cross-Origin-Opener-Policy",
      // Logging in at the Git host opens a window that must be able to answer.
      cases: [{ of: editing, value: "same-origin-allow-popups" }],
      otherwise: "same-origin",
    },
    {
      name: "Cross-Origin-Resource-Policy",
      cases: [
        {
          of: { endings: endingsOf("data", "picture", "download") },
          value: "cross-origin",
        },
      ],
      otherwise: "same-origin",
    },
    { name: "Access-Control-Allow-Origin", cases: [{ of: { endings: endingsOf("data") }, value: "*" }] },
    {
      name: "Cache-Control",
      cases: [
        { of: { endings: HASHED }, value: "public, max-age=31536000, immutable" },
        // Not longer: a photo whose consent has run out must go from caches too.
        { of: { endings: [...endingsOf("picture"), ".woff2"] }, value: "public, max-age=3600" },
      ],
      // A correction or withdrawal is seen by everyone a minute after it is published.
      otherwise: PAGE_CACHING,
    },
  ];
}

/** How long pages are kept, error pages too, whatever the path that was asked for. */
export const PAGE_CACHING = "public, max-age=60, must-revalidate";

function always(name: string, value: string): HeaderRule {
  return { name, cases: [], otherwise: value };
}

/**
 * Some answers as a regular expression over a decoded path; Go, PCRE and JavaScript read it alike.
 *
 * @example answersPattern({ endings: [".xml", "/feed.json"] }) → "(?:\\.xml|/feed\\.json)$"
 */
export function answersPattern(answers: Answers): string {
  // Paths and endings are made of letters, digits and `/.~_-` alone.
  const literal = (text: string) => text.replaceAll(".", "\\.");
  if ("below" in answers) return `^${literal(answers.below)}`;
  const [first, ...others] = answers.endings.map(literal);
  return others.length === 0 ? `${first}$` : `(?:${[first, ...others].join("|")})$`;
}
