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
  return z
    .string()
    .trim()
    .min(1)
    .superRefine((text, context) => {
      if (/^[\p{C}\p{Z}]*$/u.test(text) && text !== "") {
        context.addIssue({
          code: "custom",
          message: "besteht nur aus unsichtbaren Zeichen. Erwartet wird Text.",
        });
      }
      const length = [...text].length;
      if (length <= longest) return;
      context.addIssue({
        code: "custom",
        message: `hat ${length} Zeichen. Erwartet werden höchstens ${longest}; bitte kürzen.`,
      });
    });
}

/** One line of text; see {@link paragraph}. */
export function line(longest: number) {
  return paragraph(longest).superRefine((text, context) => {
    if (/[\n\r]/.test(text)) {
      context.addIssue({
        code: "custom",
        message: "geht über mehrere Zeilen. Erwartet wird eine einzige Zeile.",
      });
    }
  });
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
  if (!z.email().safeParse(text).success) {
    context.addIssue({
      code: "custom",
      message: `${quoted(text)} ist keine E-Mail-Adresse. Erwartet wird eine Schreibweise wie name@example.org.`,
    });
  }
});

/** An absolute web address, without user name or password. */
export const webAddress = z.string().superRefine((text, context) => {
  const url = /^https?:\/\/[^\s\\]+$/i.test(text) ? URL.parse(text) : null;
  if (url === null || url.username !== "" || url.password !== "") {
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
