import { ADDRESSES } from "../../src/domain/address.ts";
import type { Release } from "../../src/domain/release.ts";
import type { Site } from "../../src/domain/site.ts";
import { textAddress, textDigest } from "../../src/outputs/text.ts";
import { type Html, html } from "../html.ts";

/** What a copy of a release is checked against, folded away for those who do not need it. */
export function textDigestBox(release: Release, site: Site): Html {
  return html`<details class="authenticity">
<summary>Echtheit prüfen</summary>
<p>SHA-256 der Datei <a href="${site.url(textAddress(release))}">text.txt</a>:</p>
<p><code>${textDigest(release, site)}</code></p>
<p><a href="${site.url(ADDRESSES.authenticity)}">So wird geprüft</a></p>
</details>`;
}
