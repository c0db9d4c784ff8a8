import { ADDRESSES, standingPageAddress } from "../src/domain/address.ts";
import { currentSigningKeys, type SigningKey } from "../src/domain/office.ts";
import type { Site } from "../src/domain/site.ts";
import { filters } from "../src/eleventy/filters.ts";
import { basePage } from "./base.ts";
import { type Html, html } from "./html.ts";

/**
 * The page that explains how to tell a genuine release from a forged one. The signature is made after the build and
 * may be missing, so the page never says that this copy is signed: only how a reader finds out.
 */
export function authenticityPage(site: Site): Html {
  const { office } = site;
  const keys = currentSigningKeys(office);
  const isSigned = keys.length > 0;
  return basePage(
    {
      title: "Echtheit prüfen",
      description: `In drei Schritten: Ist eine Pressemitteilung echt und unverändert? ${office.name} erklärt, wie man es prüft.`,
      address: ADDRESSES.authenticity,
      main: html`<article class="standing">
<h1>Echtheit prüfen</h1>
${!isSigned && unsignedNotice(site)}<div class="text">
<p>Hat das Amt (${office.name}) einen Text herausgegeben, und ist er unverändert? Das lässt sich in drei Schritten mit
Programmen prüfen, die nicht von uns sind.</p>
<h2>1. Den Text laden</h2>
<p>Auf der Seite der Pressemitteilung den Link „Als Text ohne Formatierung“ öffnen und die Datei als
<code>text.txt</code> speichern. Wer schon eine Kopie dieser Datei hat, prüft sie.</p>
<h2>2. Die Prüfsumme vergleichen</h2>
<p>Im Ordner der Datei eingeben:</p>
${commandList}
<p>Heraus kommen 64 Zeichen. Es müssen dieselben sein, die auf der Seite der Pressemitteilung unter „Echtheit prüfen“
stehen; große und kleine Buchstaben sind gleich. Weichen sie ab, ist der Text verändert oder seither berichtigt worden.</p>
<h2>3. Die Signatur prüfen</h2>
${isSigned ? signatureStep(keys, site) : noSignature}
<h2>Im Zweifel</h2>
<p>Fragen Sie die Pressestelle, ob der Text von ihr ist${isSigned && " und ob der Schlüssel stimmt"}, am besten unter einer Nummer,
die Sie schon kennen. Sonst steht sie auf der Seite <a href="${site.url(standingPageAddress("kontakt"))}">Kontakt</a>.</p>
${keyList(site)}</div>
</article>`,
    },
    site,
  );
}

function unsignedNotice({ office }: Site): Html {
  return html`<p class="notice"><strong>Diese Ausgabe ist nicht signiert.</strong> ${office.name} hat keinen Schlüssel dafür.</p>
`;
}

const COMMANDS = [
  ["Windows, PowerShell", "Get-FileHash text.txt -Algorithm SHA256"],
  ["Windows, Eingabeaufforderung", "certutil -hashfile text.txt SHA256"],
  ["macOS", "shasum -a 256 text.txt"],
  ["Linux", "sha256sum text.txt"],
] as const;

const commandList = html`<ul>
${COMMANDS.map(
  ([system, command]) => html`<li>${system}: <code>${command}</code></li>
`,
)}</ul>`;

/** Files at the root of a signed site; no links, as a copy that was not signed lacks them. */
function signatureStep(keys: readonly SigningKey[], site: Site): Html {
  const list = site.absoluteUrl("/SHA256SUMS");
  return html`<p>Die Prüfsumme allein zeigt nicht, wer sie hier abgelegt hat. Deshalb gibt es eine Liste aller Prüfsummen mit einer
Signatur, die nur das Amt erzeugen kann. Fehlt eine der beiden Dateien, ist diese Ausgabe nicht signiert.</p>
<pre><code>curl -O ${list}
curl -O ${list}.minisig</code></pre>
<p>Geprüft wird sie mit <a href="https://jedisct1.github.io/minisign/">minisign</a> (Windows: <code>scoop install minisign</code>,
macOS: <code>brew install minisign</code>, Debian und Ubuntu: <code>apt install minisign</code>) oder einem Programm, das
dessen Signaturen versteht:</p>
<pre><code>${keys.map(({ key }) => `minisign -Vm SHA256SUMS -P ${key}`).join("\n")}</code></pre>
${keys.length > 1 && html`<p>Das Amt signiert mit mehreren Schlüsseln; einer der Befehle muss gelingen.</p>`}
<p>Richtig ist die Antwort „Signature and comment signature verified“; darunter steht, von wann die Ausgabe ist. Nun muss die
Prüfsumme aus Schritt 2, in kleinen Buchstaben, in der Liste stehen, mit dem Ort der Pressemitteilung dahinter:</p>
<pre><code>grep PRÜFSUMME SHA256SUMS</code></pre>
<p>Unter Windows heißt es <code>curl.exe</code> statt <code>curl</code> und <code>findstr</code> statt <code>grep</code>.</p>`;
}

const noSignature = html`<p>Diese Ausgabe hat keine Signatur, an der sich erkennen ließe, dass sie vom Amt stammt. Die ersten beiden
Schritte zeigen nur, ob ein Text mit dem übereinstimmt, der hier steht.</p>`;

/** Former keys too: what was signed with them can still be checked, and one that was stolen must be known as such. */
function keyList({ office }: Site): Html | undefined {
  const { signingKeys } = office;
  if (signingKeys === undefined) return undefined;
  return html`<h2>Die Schlüssel</h2>
<ul>
${signingKeys.map(
  (signingKey) => html`<li><code>${signingKey.key}</code> ${validity(signingKey)}</li>
`,
)}</ul>
`;
}

function validity({ since, until, revoked }: SigningKey): Html {
  const start = filters.germanDate(since.day);
  const period = until === undefined ? `seit ${start}` : `von ${start} bis ${filters.germanDate(until.day)}`;
  return revoked === undefined
    ? html`gilt ${period}.`
    : html`<strong>gilt nicht mehr</strong>; genutzt ${period}. ${filters.typeset(revoked)}`;
}
