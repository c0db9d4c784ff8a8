import { z } from "zod";
import { type Moment, parseMoment } from "./berlin-time.ts";
import { quoted } from "./problem.ts";
import { SLUG } from "./slug.ts";

/** Wall-clock time in Europe/Berlin, or a day alone. */
export const moment = z.string().transform((text, context): Moment => {
  const read = parseMoment(text);
  if (!("fault" in read)) return read;
  context.addIssue({ code: "custom", message: read.fault, input: text });
  return z.NEVER;
});

/** Text of at most `longest` characters as a reader counts them, without leading or trailing space. */
export function paragraph(longest: number) {
  return text((written) => [unseen(written), tooLong(written, longest)]);
}

/** One line of text; see {@link paragraph}. */
export function line(longest: number) {
  return text((written) => [unseen(written), tooLong(written, longest), severalLines(written)]);
}

/** Text with all that is wrong with it. */
function text(faultsOf: (written: string) => readonly (string | undefined)[]) {
  return z
    .string()
    .trim()
    .min(1)
    .superRefine((written, context) => {
      for (const message of faultsOf(written)) {
        if (message !== undefined) context.addIssue({ code: "custom", message });
      }
    });
}

function unseen(written: string): string | undefined {
  if (written === "" || !/^[\p{C}\p{Z}]*$/u.test(written)) return undefined;
  return "besteht nur aus unsichtbaren Zeichen. Erwartet wird Text.";
}

function tooLong(written: string, longest: number): string | undefined {
  // A character takes one unit or two.
  if (written.length <= longest) return undefined;
  const length = [...written].length;
  if (length <= longest) return undefined;
  return `hat ${length} Zeichen. Erwartet werden höchstens ${longest}; bitte kürzen.`;
}

function severalLines(written: string): string | undefined {
  if (!/[\n\r]/.test(written)) return undefined;
  return "geht über mehrere Zeilen. Erwartet wird eine einzige Zeile.";
}

/** A telephone number as people write it: digits with spaces, `/`, `-`, brackets, an optional leading `+`. */
export const phoneNumber = z.string().superRefine((text, context) => {
  if (!/^\+?[\d(][\d /()-]{1,28}\d$/.test(text)) {
    context.addIssue({
      code: "custom",
      message: `${quoted(text)} ist keine Telefonnummer. Erwartet wird eine Schreibweise wie 02921 30-3200.`,
    });
  }
});

/** An e-mail address. */
export const emailAddress = z.string().superRefine((text, context) => {
  if (!z.regexes.email.test(text)) {
    context.addIssue({
      code: "custom",
      message: `${quoted(text)} ist keine E-Mail-Adresse. Erwartet wird eine Schreibweise wie name@example.org.`,
    });
  }
});

/** Hosts as they are registered (RFC 1123), or an address in brackets: what stands in rules of servers as it is. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])$/i;

/** An absolute web address, without user name or password. */
export const webAddress = z.string().superRefine((text, context) => {
  const url = /^https?:\/\/[^\s\\]+$/i.test(text) ? URL.parse(text) : null;
  if (url === null || url.username !== "" || url.password !== "" || !HOST.test(url.hostname)) {
    context.addIssue({
      code: "custom",
      message: `${quoted(text)} ist keine Internetadresse. Erwartet wird eine Schreibweise wie https://www.example.org/seite.`,
    });
  }
});

/** A link: an absolute web address, or a path on this site. */
export const linkTarget = z.string().superRefine((text, context) => {
  if (!/^\/(?!\/)[^\s\\]*$/.test(text) && !webAddress.safeParse(text).success) {
    context.addIssue({
      code: "custom",
      message: `${quoted(text)} ist kein Ziel für einen Link. Erwartet wird eine Internetadresse wie https://www.example.org/seite oder ein Pfad auf dieser Seite wie /kontakt/.`,
    });
  }
});

/** A segment of an address. */
export const slug = z.string().superRefine((text, context) => {
  if (!SLUG.test(text)) {
    context.addIssue({
      code: "custom",
      message: `${quoted(text)} taugt nicht als Teil einer Adresse. Erwartet werden kleine Buchstaben a–z, Ziffern und Bindestriche wie bad-sassendorf.`,
    });
  }
});
