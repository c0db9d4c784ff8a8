import { z } from "zod";
import { endOf } from "./berlin-time.ts";
import { emailAddress, line, linkTarget, moment, phoneNumber, slug, webAddress } from "./field-types.ts";
import { isPressIdSign } from "./next-press-id.ts";
import { quoted } from "./problem.ts";

/** The networks the site has an icon for. */
export const SOCIAL_NETWORKS = [
  "facebook",
  "x",
  "youtube",
  "instagram",
  "mastodon",
  "linkedin",
  "whatsapp",
] as const;

const linkSchema = z.strictObject({
  name: line(120).describe("Der Text des Links."),
  url: linkTarget.describe(
    "Wohin der Link führt: eine Internetadresse oder ein Pfad auf dieser Seite wie /kontakt/.",
  ),
});

/** A public key as `minisign -G` prints it: base64 of `Ed`, an eight-byte key ID and 32 bytes of Ed25519. */
const PUBLIC_KEY = /^RW[QRST][A-Za-z0-9+/]{53}$/;

/** What is no public key is not repeated in the message: it may be the secret one, and messages are kept in logs. */
const publicKey = z.string().superRefine((text, context) => {
  if (PUBLIC_KEY.test(text)) return;
  context.addIssue({
    code: "custom",
    message:
      text.length > 100
        ? "ist ein geheimer Schlüssel. Er gehört nicht in diese Datei: bitte ein neues Paar erzeugen und hier die Zeile mit RW aus der .pub-Datei eintragen."
        : "ist kein öffentlicher Schlüssel von minisign. Erwartet werden die 56 Zeichen, die mit RW beginnen, aus der .pub-Datei.",
  });
});

/** A web address without a path, as `expected` says. */
function webOrigin(expected: string) {
  return z.string().superRefine((text, context) => {
    const url = webAddress.safeParse(text).success ? new URL(text) : undefined;
    if (url === undefined || url.pathname + url.search + url.hash !== "/") {
      const message = `${quoted(text)} ist keine Adresse ohne Pfad. Erwartet wird ${expected}.`;
      context.addIssue({ code: "custom", message });
    }
  });
}

/** The Git hosts the editing page can talk to; Forgejo speaks Gitea's language. */
export const GIT_HOSTS = ["github", "gitlab", "gitea"] as const;

/** Where the editing page saves. */
export const editingSchema = z.strictObject({
  host: z
    .enum(GIT_HOSTS)
    .describe("Die Art der Git-Plattform: github, gitlab oder gitea (auch für Forgejo)."),
  repo: z
    .string()
    .regex(/^[\w.-]+(?:\/[\w.-]+)+$/)
    .describe("Das Projekt auf der Git-Plattform, Besitzer und Name wie kreis-soest/newsroom."),
  branch: line(120)
    .optional()
    .describe("Der Zweig, in den gespeichert wird; fehlt er, der Hauptzweig des Projekts."),
  url: webOrigin("eine Schreibweise wie https://git.example.org")
    .optional()
    .describe(
      "Die Adresse einer eigenen Git-Plattform, zum Beispiel https://git.example.org; fehlt sie, die öffentliche (github.com, gitlab.com, gitea.com).",
    ),
  appId: line(200)
    .optional()
    .describe(
      "Die Kennung der Anwendung, unter der sich die Redaktion bei GitLab, Gitea oder Forgejo anmeldet; fehlt sie, bleibt die Anmeldung mit einem Zugriffstoken.",
    ),
  authUrl: webOrigin("eine Schreibweise wie https://git.example.org")
    .optional()
    .describe(
      "Die Adresse des Anmeldedienstes, den GitHub verlangt; fehlt sie, bleibt die Anmeldung mit einem Zugriffstoken.",
    ),
});

/** Where the editing page saves. */
export type EditingHost = z.output<typeof editingSchema>;

const pressIdSign = z.string().superRefine((text, context) => {
  if (isPressIdSign(text)) return;
  context.addIssue({
    code: "custom",
    message: `${quoted(text)} kann eine Presse-ID nicht beenden. Erwartet werden Kürzel wie sm/-rn, ht/jdw oder tb.`,
  });
});

/** `kreis.yaml`: the office that speaks. */
export const officeSchema = z
  .strictObject({
    name: line(120).describe(
      "Der Name des Amtes, zum Beispiel „Kreis Soest“; er leitet auch jeden Text ein.",
    ),
    url: webOrigin(
      "eine Schreibweise wie https://presse.example.org; ein Unterordner gehört beim Bauen in PATH_PREFIX",
    ).describe("Die Adresse, unter der dieser Newsroom steht, zum Beispiel https://presse.example.org."),
    homepage: webAddress
      .optional()
      .describe("Die Hauptseite des Amtes, falls der Newsroom nicht selbst die Hauptseite ist."),
    description: line(300).describe("Ein Satz, was dieser Newsroom ist, für Suchmaschinen und Feeds."),
    pressIdPrefix: z
      .string()
      .regex(/^[a-zäöüß]{2,8}$/)
      .describe("Das Kürzel vor jeder Presse-ID, zum Beispiel kso."),
    pressIdSign: pressIdSign
      .optional()
      .describe(
        "Das Zeichen am Ende neuer Presse-IDs, zum Beispiel sm/-rn, für alle, die kein eigenes eingestellt haben.",
      ),
    address: z
      .strictObject({
        street: line(120).describe("Straße und Hausnummer."),
        postalCode: line(10).describe("Postleitzahl."),
        city: line(80).describe("Ort."),
      })
      .describe("Die Anschrift aus street, postalCode und city."),
    phone: phoneNumber.describe("Die Telefonnummer der Zentrale, zum Beispiel 02921 30-0."),
    email: emailAddress.optional().describe("Die allgemeine E-Mail-Adresse."),
    pressContacts: z
      .array(
        z.strictObject({
          name: line(160).describe("Name oder Stelle, wie contact sie in einer Pressemitteilung nennt."),
          phone: phoneNumber.optional().describe("Telefonnummer, zum Beispiel 02921 30-3200."),
          email: emailAddress.optional().describe("E-Mail-Adresse."),
        }),
      )
      .min(1)
      .describe(
        "Wer Fragen der Presse beantwortet, eine Liste; der erste Eintrag gilt, wo eine Pressemitteilung keinen nennt.",
      ),
    social: z
      .array(
        z.strictObject({
          network: z
            .enum(SOCIAL_NETWORKS)
            .describe("Das Netzwerk: facebook, x, youtube, instagram, mastodon, linkedin oder whatsapp."),
          name: line(80).describe("Wie der Kanal auf der Seite heißt, zum Beispiel „Twitter/X“."),
          url: webAddress.describe("Die Adresse des Kanals."),
        }),
      )
      .optional()
      .describe("Die Kanäle in sozialen Medien, eine Liste aus network, name und url."),
    quickLinks: z
      .array(linkSchema)
      .optional()
      .describe("Der „Schnellzugriff“ am Fuß jeder Seite, eine Liste aus name und url."),
    responsible: z
      .strictObject({
        name: line(160).describe("Wer für den Inhalt verantwortlich ist."),
        address: line(200).describe("Die Anschrift dieser Person."),
      })
      .describe(
        "Verantwortlich für den Inhalt nach § 18 Absatz 2 Medienstaatsvertrag, aus name und address.",
      ),
    dataLicense: z
      .strictObject({
        name: line(120).describe(
          "Der Name der Lizenz, zum Beispiel „Datenlizenz Deutschland – Namensnennung – Version 2.0“.",
        ),
        url: webAddress.describe(
          "Die Lizenz, wie Datenportale sie nennen, zum Beispiel http://dcat-ap.de/def/licenses/dl-by-de/2.0.",
        ),
      })
      .optional()
      .describe(
        "Unter welcher Lizenz die offenen Daten stehen, aus name und url; fehlt sie, sagen die Daten das.",
      ),
    signingKeys: z
      .array(
        z.strictObject({
          key: publicKey.describe("Der öffentliche Schlüssel, 56 Zeichen, die mit RW beginnen."),
          since: moment.describe("Seit wann mit ihm signiert wird, zum Beispiel 2026-11-22."),
          until: moment
            .optional()
            .describe("Bis wann mit ihm signiert wurde; nur bei einem früheren Schlüssel."),
          revoked: line(300)
            .optional()
            .describe(
              "Warum diesem Schlüssel nicht mehr zu trauen ist, zum Beispiel weil er gestohlen wurde.",
            ),
        }),
      )
      .min(1)
      .optional()
      .describe(
        "Die Schlüssel, mit denen das Amt seine Ausgaben signiert, eine Liste aus key, since, until und revoked; fehlt sie, sind sie nicht signiert.",
      ),
    redaktion: editingSchema
      .optional()
      .describe(
        "Wohin die Redaktionsseite (/redaktion/) speichert, aus host, repo und mehr; fehlt es, arbeitet sie nur mit einer Kopie des Projekts auf demselben Rechner.",
      ),
    alert: z
      .strictObject({
        text: line(300).describe("Was jede Seite ganz oben sagt."),
        url: linkSchema.shape.url.optional(),
        until: moment.optional().describe("Bis wann der Hinweis steht, einschließlich dieses Tages."),
      })
      .optional()
      .describe("Ein dringender Hinweis über jeder Seite, aus text, url und until."),
  })
  .describe(
    "Die Angaben zum Amt: name, url, description, pressIdPrefix, address, phone, pressContacts und responsible.",
  );

/** The office that speaks. */
export type Office = z.output<typeof officeSchema>;

/** The alert to show at `now` (milliseconds since 1970); none once it has run out. */
export function alertAt(office: Office, now: number): Office["alert"] {
  const { alert } = office;
  return alert?.until !== undefined && endOf(alert.until) <= now ? undefined : alert;
}

/** A key by which a reader knows that a release is the office's. */
export type SigningKey = NonNullable<Office["signingKeys"]>[number];

/** The keys that the office signs with: those without an end; several where a machine signs too, or one takes over. */
export function currentSigningKeys({ signingKeys = [] }: Pick<Office, "signingKeys">): readonly SigningKey[] {
  return signingKeys.filter(({ until, revoked }) => until === undefined && revoked === undefined);
}

/** `themen.yaml`: the topics a release can be filed under. */
export const topicsSchema = z
  .array(
    z.strictObject({
      name: line(80).describe("Der Name des Themas, wie er in tags steht."),
      slug: slug.describe("Das Thema in der Adresse, zum Beispiel strassenbau-und-verkehr."),
      description: line(300).optional().describe("Ein Satz, worum es in diesem Thema geht."),
    }),
  )
  .describe("Die Themen, eine Liste aus name, slug und description.");

/** A topic that releases are filed under. */
export type Topic = z.output<typeof topicsSchema>[number];

/** `orte.yaml`: the municipalities of the Kreis. */
export const placesSchema = z
  .array(
    z.strictObject({
      name: line(80).describe("Der Name der Stadt oder Gemeinde, wie er in places steht."),
      slug: slug.describe("Der Ort in der Adresse, zum Beispiel bad-sassendorf."),
      key: z
        .string()
        .regex(/^\d{8}$/)
        .describe("Der amtliche Gemeindeschlüssel, acht Ziffern wie 05974040."),
      parts: z.array(line(80)).optional().describe("Die Ortsteile, eine Liste von Namen."),
    }),
  )
  .describe("Die Städte und Gemeinden, eine Liste aus name, slug, key und parts.");

/** A municipality of the Kreis. */
export type Place = z.output<typeof placesSchema>[number];

/** `a-z.yaml`: the services that people look for. */
export const servicesSchema = z
  .array(
    z.strictObject({
      name: line(120).describe("Der Name der Dienstleistung."),
      url: linkSchema.shape.url,
      aka: z
        .array(line(120))
        .optional()
        .describe("Andere Namen, unter denen Menschen danach suchen, eine Liste."),
    }),
  )
  .describe("Die Dienstleistungen für „Von A–Z“, eine Liste aus name, url und aka.");

/** A service that people look for. */
export type Service = z.output<typeof servicesSchema>[number];

/** Front matter of a standing page in `seiten/`. */
export const standingPageSchema = z.strictObject({
  title: line(160).describe("Die Überschrift der Seite, eine Zeile."),
  description: line(300).optional().describe("Ein Satz für Suchmaschinen."),
});
