import type { MarkdownIt } from "markdown-it";

const ALLOWED = /^(?:https?:\/\/[^/]|mailto:.|tel:.)/i;
/** Whatever a browser might take for a scheme or for another host. */
const LEADS_AWAY = /^[^/?#]*:|^[/\\]{2}|^\\/;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Z}]/gu;

/**
 * Links as the newsroom makes them: of the schemes http, https, mailto and tel or without one, everything else
 * stays text. Bare `www.` and e-mail addresses become links; „Soest.Im“, a missing space after a full stop,
 * does not.
 */
export function newsroomLinks(markdown: MarkdownIt): void {
  markdown.validateLink = (url) => ALLOWED.test(url) || !LEADS_AWAY.test(decoded(url).replace(INVISIBLE, ""));
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
}

function decoded(url: string): string {
  return url.replace(/%([0-7][0-9a-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
