import { releaseBodyText } from "./reading.ts";

/** What a former system printed of a release; the pages below print it as each of them did. Everything is made up. */
export type OldRelease = {
  readonly title: string;
  readonly subtitle: string;
  /** `2019-03-27`. */
  readonly day: string;
  /** `10:00`; the press service and TYPO3 printed none. */
  readonly time: string;
  readonly pressId: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  readonly photos: readonly {
    readonly headline: string;
    readonly caption: string;
    readonly credit: string;
  }[];
  readonly contact: { readonly name: string; readonly phone: string };
  readonly number: number;
};

const SOCIAL = "Der Kreis Soest auf FacebookDer Kreis Soest auf TwitterDer Kreis Soest auf Youtube";

function germanDay(day: string): string {
  return day.split("-").reverse().join(".");
}

function dateline(release: OldRelease): string {
  return `Kreis Soest (${release.pressId}).`;
}

function photoLines(release: OldRelease): string[] {
  return release.photos.map(({ headline, caption, credit }) => `${headline}\n${caption} ${credit}`);
}

function listLines(release: OldRelease, bullet: string): string[] {
  return release.items.length === 0 ? [] : [release.items.map((item) => `${bullet}${item}`).join("\n")];
}

/** The old CMS, copied as text: photos before the date line, furniture behind the text. */
export function oldCmsText(release: OldRelease): string {
  const [lead = "", ...rest] = release.paragraphs;
  const stamp = `Pressemeldung vom ${germanDay(release.day)} ${release.time}`;
  const head = [...photoLines(release), stamp].join("\n");
  const blocks = [`${dateline(release)} ${lead}`, ...rest, ...listLines(release, "- ")];
  return [
    release.title,
    release.subtitle,
    head,
    ...blocks,
    SOCIAL,
    "Schnellzugriff",
    "Der Kreis Soest von A-Z",
  ].join("\n\n");
}

/** TYPO3, extracted as text: the lead, the photos, the lead again without its start and with a bar, the rest. */
export function typo3Text(release: OldRelease): string {
  const [lead = "", ...rest] = release.paragraphs;
  const blocks = [
    `${dateline(release).slice(0, -1)} ${lead}`,
    ...photoLines(release),
    `${lead.slice(3)} |`,
    ...rest,
    ...listLines(release, "  • "),
  ];
  return ["Update Cyberangriff:", release.title, release.subtitle, ...blocks].join("\n\n");
}

/** The press service, copied as text: date line first, photos behind the contact, self-praise at the end. */
export function presseServiceText(release: OldRelease): string {
  const media = release.photos.flatMap(({ headline, caption, credit }) => [
    headline,
    `©\n${headline}`,
    `${caption} ${credit}`,
  ]);
  return [
    "Logo",
    `Meldungsdatum: ${germanDay(release.day)}`,
    release.title,
    release.subtitle,
    ...release.paragraphs,
    ...listLines(release, "- "),
    "Dieser Meldung sind zwei Fotos zugeordnet!",
    `Pressekontakt: ${release.contact.name}, Telefon ${release.contact.phone}`,
    "Zu dieser Meldung können wir Ihnen folgende Medien anbieten:",
    "Die im Presse-Service zum Download angebotenen Fotos dürfen nur mit Fotonachweis und gemeinsam mit der Pressemitteilung verwendet werden.",
    ...media,
    "Die Kreisverwaltung Soest im Überblick:",
    "Die Kreisverwaltung Soest ist hier nur ein Beispiel und arbeitet für alle Einwohnerinnen und Einwohner im Kreisgebiet.",
  ].join("\n\n");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("ü", "&uuml;")
    .replaceAll("–", "&#8211;");
}

function listHtml({ items }: OldRelease): string {
  return items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
}

function paragraphsHtml(paragraphs: readonly string[]): string {
  return paragraphs.map((text) => `<p>${escaped(text)}</p>`).join("\n");
}

/** A saved page of the old CMS. */
export function oldCmsHtml(release: OldRelease): string {
  const [lead = "", ...rest] = release.paragraphs;
  const photos = release.photos.map(
    ({ headline, caption, credit }) =>
      `<div class="bildbox"><img src="bild.jpg" alt="" /><br /><strong>${escaped(headline)}</strong><br />${escaped(`${caption} ${credit}`)}</div>`,
  );
  return `<!DOCTYPE html>
<!-- saved from url=(0067)http://www.kreis-soest.de/pressemitteilungen/presseservice/${release.number}.php -->
<html><head><title>${escaped(release.title)} - Kreis Soest</title></head><body>
<div id="header"><img src="logo.png" alt="Logo"><ul class="metanav"><li><a href="/kontakt">Kontakt</a></li></ul></div>
<div id="navigation"><ul><li>Unser Kreis</li><li>Verkehr</li></ul></div>
<div class="breadcrumb">Sie sind hier: Startseite &gt; Pressemitteilungen</div>
<div id="content"><h1>${escaped(release.title)}</h1>
<h2>${escaped(release.subtitle)}</h2>
${photos.join("\n")}
<p>Pressemeldung vom ${germanDay(release.day)} ${release.time}</p>
<p><strong>${dateline(release)}</strong> ${escaped(lead)}</p>
${paragraphsHtml(rest)}
${listHtml(release)}
</div>
<div id="footer"><p>${SOCIAL}</p><h3>Schnellzugriff</h3><p>Zuletzt aktualisiert am: 19.07.2019</p></div>
</body></html>`;
}

/** A saved detail page of TYPO3. */
export function typo3Html(release: OldRelease): string {
  const [lead = "", ...rest] = release.paragraphs;
  const photos = release.photos.map(
    ({ headline, caption, credit }) =>
      `<div class="news-img-wrap"><a href="/fileadmin/bild.jpg"><img src="/fileadmin/bild.jpg" alt=""></a><h3>${escaped(headline)}</h3><p class="news-img-caption">${escaped(`${caption} ${credit}`)}</p></div>`,
  );
  return `<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><title>${escaped(release.title)}</title>
<link rel="canonical" href="https://www.kreis-soest.de/pressemitteilungen/detailansicht/${release.number}"></head>
<body><header><nav><ul><li>Startseite</li><li>Pressemitteilungen</li></ul></nav></header>
<main><div class="news news-single"><div class="article">
<h1>${escaped(release.title)}</h1><h2>${escaped(release.subtitle)}</h2>
<div class="footer"><time itemprop="datePublished" datetime="${release.day}">${germanDay(release.day)}</time></div>
<div class="teaser-text"><p>${dateline(release).slice(0, -1)} ${escaped(lead)}</p></div>
${photos.join("\n")}
<div class="news-text-wrap">${paragraphsHtml(rest)}${listHtml(release)}</div>
<div class="news-backlink-wrap"><a href="/pressemitteilungen">Zurück</a></div>
</div></div></main><footer><p>Kreis Soest, Hoher Weg 1-3</p></footer></body></html>`;
}

/** A saved page of the press service, laid out with tables as it is. */
export function presseServiceHtml(release: OldRelease): string {
  const media = release.photos.map(
    ({ headline, caption, credit }) =>
      `<tr><td><img src="klein.jpg" alt="${escaped(headline).replaceAll('"', "&quot;")}"></td><td>&copy;<br><b>${escaped(headline)}</b><br><br>${escaped(`${caption} ${credit}`)}</td></tr>`,
  );
  return `<html><head><title>presse-service.de</title><link rel="canonical" href="http://www.presse-service.de/data.aspx/static/${release.number}.html"></head><body>
<table><tr><td><img src="logo.gif" alt="Logo"></td></tr><tr><td>
<p>Meldungsdatum: ${germanDay(release.day)}</p>
<h1>${escaped(release.title)}</h1><h2>${escaped(release.subtitle)}</h2>
${paragraphsHtml(release.paragraphs)}${listHtml(release)}
<p>Diesem Text ist ein Foto zugeordnet!</p>
<p>Pressekontakt: ${escaped(release.contact.name)}, Telefon ${release.contact.phone}</p>
<p>Zu dieser Meldung können wir Ihnen folgendes Medium anbieten:</p>
<table>${media.join("\n")}</table>
<p>Die Kreisverwaltung Soest im Überblick:</p><p>Die Kreisverwaltung Soest ist hier nur ein Beispiel.</p>
</td></tr></table></body></html>`;
}

/** An item of a feed with the whole text. */
export function feed(release: OldRelease): string {
  const text = `${paragraphsHtml([release.subtitle, ...release.paragraphs])}${listHtml(release)}`;
  const pubDate = new Date(`${release.day}T12:00:00Z`).toUTCString();
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Kreis Soest</title><item><title>${escaped(release.title).replaceAll("&uuml;", "ü")}</title>
<link>http://www.presse-service.de/data.aspx/static/${release.number}.html</link><pubDate>${pubDate}</pubDate><description><![CDATA[${text}]]></description></item></channel></rss>`;
}

/** The body that an import of any of these pages should give. */
export function expectedBody(release: OldRelease, printedDateline: string): string {
  return releaseBodyText(release.paragraphs, release.items, printedDateline);
}
