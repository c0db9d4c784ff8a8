/** What a spreadsheet takes for a formula when it leads a cell; see OWASP, "CSV Injection". */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A table as CSV (RFC 4180) for spreadsheets: commas, all cells quoted, UTF-8 with the mark by which spreadsheets
 * tell it. A cell that would run as a formula leads with an apostrophe.
 *
 * @example csv([["title"], ["=1+1"]]) → '\uFEFF"title"\r\n"\'=1+1"\r\n'
 */
export function csv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `${row.map(cell).join(",")}\r\n`);
  return `${BYTE_ORDER_MARK}${lines.join("")}`;
}

function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
