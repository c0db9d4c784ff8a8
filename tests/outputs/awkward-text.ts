import fc from "fast-check";

/** Characters that have broken feeds, spreadsheets and calendars. */
const AWKWARD = [
  "&",
  "<",
  ">",
  '"',
  "'",
  "]]>",
  "<![CDATA[",
  "</script>",
  "<!--",
  "&amp;",
  "{{ x }}",
  "\\",
  ";",
  ",",
  ":",
  "=1+1",
  "+49",
  "-x",
  "@x",
  "👩‍🚒",
  "🇩🇪",
  "\u2028",
  "\u2029",
  "\u00AD",
  "\u200F",
  "\u202E",
  "\u00A0",
  "\uFEFF",
  "„“",
  "´’'`",
  "ä",
  "ß",
  " ",
  "Rüthen",
] as const;

/** A line as an editor may write it: one line, no space at its ends, no control characters, in NFC. */
export const awkwardLine: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: "grapheme", maxLength: 8 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) =>
    parts
      .join("")
      .normalize("NFC")
      .replace(/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, "")
      .trim(),
  )
  .filter((line) => line.trim() === line && line !== "");

/** One line that holds all of it. */
export const AWKWARD_LINE = `x${AWKWARD.join("")}x`.normalize("NFC");
