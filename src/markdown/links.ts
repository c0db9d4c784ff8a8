import type { MarkdownIt } from "markdown-it";

const ALLOWED = /^(?:https?:\/\/[^/]|mailto:.|tel:.)/i;
/** Whatever a browser might take for a scheme or for another host. */
const LEADS_AWAY = /^[^/?#]*:|^[/\\]{2}|^\\/;
/** Addresses that stay as they are when they are normalized; no rule of theirs finds anything to do. */
const NORMAL =
  /^(?!.*xn--)(?:https?:\/\/|mailto:[\w.-]{1,40}@)(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,20}(?:\/[\w./-]*)?$/;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Z}]/gu;

/**
 * Links as the newsroom makes them: of the schemes http, https, mailto and tel or without one, everything else
 * stays text. Bare `www.` and e-mail addresses become links; „Soest.Im“, a missing space after a full stop,
 * does not.
 */
export function newsroomLinks(markdown: MarkdownIt): void {
  markdown.validateLink = (url) => ALLOWED.test(url) || !LEADS_AWAY.test(decoded(url).replace(INVISIBLE, ""));
  const normalizeLink = markdown.normalizeLink.bind(markdown);
  markdown.normalizeLink = (url) => (NORMAL.test(url) ? url : normalizeLink(url));
  const normalizeLinkText = markdown.normalizeLinkText.bind(markdown);
  markdown.normalizeLinkText = (url) => (NORMAL.test(url) ? url : normalizeLinkText(url));
  const { linkify } = markdown;
  linkify.set({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true });
  linkify.add("ftp:", null);
  linkify.add("//", null);
  const behindWww = new RegExp(
    `${linkify.re.get_url_host_port().source}${linkify.re.get_path().source}`,
    "iy",
  );
  linkify.add("www.", {
    validate: (text, position) => {
      behindWww.lastIndex = position;
      const address = behindWww.exec(text)?.[0] ?? "";
      return /^[^/.]+\./.test(address) ? address.length : 0;
    },
    normalize: (match) => {
      match.url = `https://${match.url}`;
    },
  });
  // All that linkify-it finds holds a name of its schemas or an @; few paragraphs do, and its own test is slow.
  const canLink = new RegExp(`@|${linkify.re.get_schema_names().source}`, "i");
  const test = linkify.test.bind(linkify);
  linkify.test = (text) => canLink.test(text) && test(text);
}

function decoded(url: string): string {
  return url.replace(/%([0-7][0-9a-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
