import type { Token } from "markdown-it";
import { readableAddress } from "../domain/percent-encoding.ts";
import { plainSpaces } from "../domain/typography.ts";

/**
 * Parsed Markdown as plain text: paragraphs part at an empty line, list items lead with `- ` or their number,
 * table cells part at a tab, a link whose text is not its address names it in brackets.
 */
export function plainText(tokens: readonly Token[]): string {
  const lines: string[] = [];
  const lists: { ordered: boolean; next: number }[] = [];
  let marker = "";
  let cells: string[] = [];
  let isInTable = false;
  for (const token of tokens) {
    switch (token.type) {
      case "bullet_list_open":
        lists.push({ ordered: false, next: 1 });
        break;
      case "ordered_list_open":
        lists.push({ ordered: true, next: Number(token.attrGet("start") ?? 1) });
        break;
      case "bullet_list_close":
      case "ordered_list_close":
        lists.pop();
        if (lists.length === 0) lines.push("");
        break;
      case "list_item_open": {
        const list = lists.at(-1);
        marker = `${"  ".repeat(Math.max(0, lists.length - 1))}${list?.ordered ? `${list.next}. ` : "- "}`;
        if (list) list.next += 1;
        break;
      }
      case "table_open":
        isInTable = true;
        break;
      case "table_close":
        isInTable = false;
        lines.push("");
        break;
      case "tr_close":
        lines.push(cells.join("\t"));
        cells = [];
        break;
      case "inline": {
        const text = inlineText(token.children ?? []);
        if (isInTable) cells.push(text);
        else {
          lines.push(`${marker}${text}`);
          if (lists.length === 0) lines.push("");
        }
        marker = "";
        break;
      }
      case "fence":
      case "code_block":
        lines.push(token.content.trimEnd(), "");
        break;
    }
  }
  return plainSpaces(
    lines
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
  );
}

function inlineText(tokens: readonly Token[]): string {
  let text = "";
  let link: { href: string; isAddress: boolean; start: number } | undefined;
  for (const token of tokens) {
    if (token.type === "text" || token.type === "code_inline") text += token.content;
    else if (token.type === "softbreak") text += " ";
    else if (token.type === "hardbreak") text += "\n";
    else if (token.type === "link_open") {
      const href = String(token.attrGet("href"));
      link = { href, isAddress: token.info === "auto", start: text.length };
    } else if (token.type === "link_close" && link !== undefined) {
      if (!link.isAddress) text += addressBehind(text.slice(link.start), link.href);
    }
  }
  return text;
}

/** The address of a link in brackets, where its text does not tell it and a reader elsewhere can use it. */
function addressBehind(shown: string, href: string): string {
  const bare = (address: string) => address.replace(/^(?:https?:\/\/|mailto:)/i, "").replace(/\/$/, "");
  const isTold = bare(readableAddress(href)) === bare(shown);
  const leadsFromElsewhere = /^(?:https?|mailto):/i.test(href);
  return isTold || !leadsFromElsewhere ? "" : ` (${href.replace(/^mailto:/i, "")})`;
}
