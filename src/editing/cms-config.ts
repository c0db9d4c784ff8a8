import { LARGEST_DOWNLOAD } from "../domain/download.ts";
import { contactSchema, frontMatterSchema } from "../domain/front-matter.ts";
import {
  type EditingHost,
  type Office,
  type Place,
  standingPageSchema,
  type Topic,
} from "../domain/office.ts";
import type { AuthMethodName, Backend, CmsConfig, EntryCollection, Field } from "./cms-types.ts";
import { type FieldManners, formField, formFields } from "./form-fields.ts";

/** What the form takes from the office beside the schema. */
export type EditingContext = {
  readonly office: Pick<Office, "name" | "pressIdPrefix" | "pressContacts" | "redaktion">;
  readonly topics: readonly Pick<Topic, "name">[];
  readonly places: readonly Pick<Place, "name">[];
  /** Link to an address of this site; see `Site.url`. */
  readonly url: (address: string) => string;
};

/** The collection of releases, and the name of its files' format. */
export const RELEASES = "pressemitteilungen";

/** Where releases lie in the project. */
const FOLDER = `content/${RELEASES}`;

/** What the page hands to its script. */
export type EditingSettings = {
  readonly cms: CmsConfig;
  /** The office's short name in each press ID. */
  readonly pressIdPrefix: string;
  /** Whether no Git host is set up, so that only a folder on the same machine can be edited. */
  readonly isLocalOnly: boolean;
};

/** @example editingSettings(site).isLocalOnly → true where kreis.yaml has no `redaktion` */
export function editingSettings(context: EditingContext): EditingSettings {
  const { pressIdPrefix, redaktion } = context.office;
  return { cms: cmsConfig(context), pressIdPrefix, isLocalOnly: redaktion === undefined };
}

/**
 * The settings of the CMS: the schema's fields as a form, the office's topics, places and contacts to choose
 * from, and where to save.
 *
 * @example cmsConfig({ office, topics, places, url }).collections → releases and standing pages
 * @see https://sveltiacms.app/en/docs
 */
export function cmsConfig(context: EditingContext): CmsConfig {
  return {
    load_config_file: false,
    app_title: `Redaktion – ${context.office.name}`,
    logo: { src: context.url("/favicon.svg") },
    backend: backend(context.office.redaktion),
    media_folder: FOLDER,
    // The form knows one limit for all files; that of photos is lower, and the check of all content tells it.
    media_libraries: {
      default: { config: { max_file_size: LARGEST_DOWNLOAD, slugify_filename: true } },
      stock_assets: { providers: [] },
    },
    show_preview_links: false,
    slug: { encoding: "ascii", clean_accents: true, maxlength: 90, timezone: "local" },
    editor: { preview: false },
    output: { omit_empty_optional_fields: true, yaml: { quote: "none" } },
    collections: [releases(context), standingPages()],
  };
}

/** The origins that the page may talk to: the Git host's interface, if one is set up. */
export function gitOrigins(host: EditingHost | undefined): readonly string[] {
  return host === undefined ? [] : [new URL(apiRoot(host)).origin];
}

const PUBLIC_HOSTS = {
  github: "https://api.github.com",
  gitlab: "https://gitlab.com",
  gitea: "https://gitea.com",
} as const;
const API_PATHS = { github: "/api/v3", gitlab: "/api/v4", gitea: "/api/v1" } as const;

function apiRoot({ host, url }: EditingHost): string {
  if (host === "github" && url === undefined) return PUBLIC_HOSTS.github;
  return `${siteOf({ host, url })}${API_PATHS[host]}`;
}

function siteOf({ host, url }: Pick<EditingHost, "host" | "url">): string {
  return (url ?? PUBLIC_HOSTS[host]).replace(/\/$/, "");
}

/** Sign-in by token needs no server of the office's; other ways are offered where they are set up. */
function backend(setup: EditingHost | undefined): Backend {
  // The CMS wants a host even where it only works with a folder; this one is never asked.
  if (setup === undefined) return { name: "gitea", repo: "lokal/newsroom" };
  const { host, repo, branch, appId, authUrl } = setup;
  const common = { repo, branch, api_root: apiRoot(setup) };
  const byToken: { auth_methods: AuthMethodName[] } = { auth_methods: ["token"] };
  if (host === "github")
    return { ...common, name: host, ...(authUrl === undefined ? byToken : { base_url: authUrl }) };
  const site = { ...common, base_url: siteOf(setup) };
  if (appId === undefined) return { ...site, ...byToken, name: host };
  return host === "gitea"
    ? { ...site, name: host, app_id: appId }
    : { ...site, name: host, app_id: appId, auth_type: "pkce" };
}

/** The order in which editors fill in a release; what is not named here follows. */
const FORM_ORDER = [
  "title",
  "subtitle",
  "date",
  "tags",
  "places",
  "body",
  "photos",
  "attachments",
  "events",
  "pressId",
  "contact",
  "contactPerson",
  "embargo",
  "draft",
];

/**
 * Files go beside the release they belong to, into the folder of its year. The setting stands at the collection and
 * again at each field that takes files: with the collection's alone the CMS would not upload a file that lies beside
 * a release of another year already, and name that one instead.
 */
const BESIDE_RELEASE = { media_folder: `/${FOLDER}/{{dirname}}`, public_folder: "." } as const;

function releases(context: EditingContext): EntryCollection {
  return {
    name: RELEASES,
    label: "Pressemitteilungen",
    label_singular: "Pressemitteilung",
    icon: "newspaper",
    folder: FOLDER,
    // Not the tag {{year}}, which is that of saving.
    path: "{{date | date('YYYY')}}/{{slug}}",
    slug: {
      template: "{{date | date('YYYY-MM-DD')}}-{{title}}",
      hint: "Name der Datei und, ohne den Tag, das Ende der Adresse: der Tag von date und ein Kurzname. Nach der Veröffentlichung bitte nicht mehr ändern, sonst brechen Links.",
      pattern: [
        "^\\d{4}-\\d{2}-\\d{2}-[a-z0-9]+(-[a-z0-9]+)*$",
        "Erwartet wird der Tag und ein Kurzname aus kleinen Buchstaben, Ziffern und Bindestrichen wie 2019-03-27-gemeinsam-klappts.",
      ],
    },
    format: RELEASES,
    // A photo may serve several releases, and a release that was public is withdrawn, not deleted.
    delete: false,
    ...BESIDE_RELEASE,
    summary: "{{date | date('DD.MM.YYYY')}} · {{title}}",
    sortable_fields: {
      fields: ["date", "title", "pressId"],
      default: { field: "date", direction: "descending" },
    },
    view_filters: [
      { label: "Entwürfe", field: "draft", pattern: true },
      { label: "Mit Sperrfrist", field: "embargo.until", empty: false },
      { label: "Zurückgezogen", field: "withdrawn.date", empty: false },
    ],
    view_groups: [{ label: "Jahr", field: "date", pattern: "\\d{4}" }],
    thumbnail: false,
    fields: releaseFields(context),
  };
}

function releaseFields(context: EditingContext): Field[] {
  const { photo: _short, ...shape } = frontMatterSchema.shape;
  const manners = releaseManners(context);
  const fields: Field[] = [
    ...formFields(shape, manners),
    formField("contactPerson", contactSchema.optional().describe(CONTACT_PERSON), manners, "contactPerson"),
    { ...BODY, hint: bodyHint(context) },
  ];
  const rank = ({ name }: Field) => FORM_ORDER.indexOf(name) + 1 || FORM_ORDER.length + 1;
  return fields.toSorted((a, b) => rank(a) - rank(b));
}

const CONTACT_PERSON =
  "Wer Fragen beantwortet, wenn es keine der Stellen oben ist: Name, Telefon und E-Mail-Adresse.";

function bodyHint({ office }: EditingContext): string {
  return `Der Text der Pressemitteilung. Spitzmarke („${office.name} (${office.pressIdPrefix}. …)“) und Ansprechperson setzt die Seite selbst.`;
}

const BODY: Field = {
  name: "body",
  label: "Text",
  required: false,
  // With all its buttons: a mark for which there is none would be escaped when the text is saved.
  widget: "markdown",
  editor_components: [],
};

const DAY_ALONE = { type: "date", format: "YYYY-MM-DD" } as const;

/** An appointment may be a day alone, which a picker of date and time cannot say. */
const WRITTEN_MOMENT = {
  widget: "string",
  format: undefined,
  pattern: [
    "^\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}.*)?$",
    "Erwartet wird ein Tag mit Uhrzeit wie 2026-04-05 18:00 oder nur ein Tag wie 2026-04-05.",
  ],
} as const;

function releaseManners({ office, topics, places }: EditingContext): FieldManners {
  const prefix = office.pressIdPrefix;
  const pressIdForm = `${prefix}.JJJJ.MM.TT.NNN.ZEICHEN wie ${prefix}.2019.03.27.134.sm/-rn`;
  return {
    title: { label: "Überschrift" },
    subtitle: { label: "Unterzeile" },
    date: { label: "Datum und Uhrzeit", widget: { default: "{{now}}" } },
    pressId: {
      label: "Presse-ID",
      sentence: `Die Presse-ID, ${pressIdForm}.`,
      note: "Die laufende Nummer zählt diese Seite nicht weiter. Die nächste freie ist die höchste in der Liste der Pressemitteilungen plus eins; ist sie doch vergeben, nennt die Prüfung beim Bauen die richtige.",
      widget: {
        pattern: [
          `^${prefix}\\.\\d{4}\\.\\d{2}\\.\\d{2}\\.\\d{3,5}\\.-?[a-zäöüß]{1,4}(/-?[a-zäöüß]{1,4})?$`,
          `Erwartet wird ${pressIdForm}.`,
        ],
      },
    },
    printedId: { label: "Gedruckte ID" },
    tags: { label: "Themen", widget: { ...choices(topics), multiple: true } },
    places: { label: "Orte", widget: { ...choices(places), multiple: true } },
    photos: {
      label: "Fotos",
      singular: "Foto",
      widget: { summary: "{{headline}} {{credit}}", thumbnail: "file" },
    },
    "photos.file": {
      label: "Bilddatei",
      note: "JPEG, PNG oder WebP in voller Größe; sie wird neben die Pressemitteilung gelegt.",
      widget: {
        widget: "image",
        accept: "image/jpeg,image/png,image/webp",
        choose_url: false,
        ...BESIDE_RELEASE,
        ...NO_LENGTH,
      },
    },
    "photos.headline": { label: "Überschrift des Fotos" },
    "photos.caption": { label: "Bildunterschrift" },
    "photos.alt": { label: "Bildbeschreibung" },
    "photos.credit": {
      label: "Bildnachweis",
      sentence: `Der Bildnachweis, zum Beispiel „Foto: Vorname Name/ ${office.name}“.`,
    },
    "photos.until": { label: "Zeigen bis", widget: DAY_ALONE },
    attachments: { label: "Anhänge", singular: "Anhang", widget: { summary: "{{title}}" } },
    "attachments.file": {
      label: "Datei",
      widget: { widget: "file", choose_url: false, ...BESIDE_RELEASE, ...NO_LENGTH },
    },
    "attachments.title": { label: "Titel" },
    contact: {
      label: "Ansprechstelle",
      widget: { ...choices(office.pressContacts), ...NO_LENGTH },
    },
    contactPerson: { label: "Andere Ansprechperson" },
    "contactPerson.name": { label: "Name" },
    "contactPerson.phone": { label: "Telefon" },
    "contactPerson.email": { label: "E-Mail-Adresse" },
    embargo: { label: "Sperrfrist" },
    "embargo.until": { label: "Ende der Sperrfrist" },
    "embargo.reason": { label: "Grund" },
    draft: { label: "Entwurf" },
    corrections: {
      label: "Berichtigungen",
      singular: "Berichtigung",
      widget: { summary: "{{date}} {{note}}" },
    },
    "corrections.date": { label: "Wann", widget: { default: "{{now}}" } },
    "corrections.note": { label: "Was berichtigt wurde" },
    "corrections.minor": { label: "Kleinigkeit" },
    withdrawn: { label: "Zurückziehen" },
    "withdrawn.date": { label: "Ab wann" },
    "withdrawn.reason": { label: "Grund" },
    events: { label: "Termine", singular: "Termin", widget: { summary: "{{start}} {{title}}" } },
    "events.title": { label: "Titel" },
    "events.start": { label: "Beginn", widget: WRITTEN_MOMENT },
    "events.end": { label: "Ende", widget: WRITTEN_MOMENT },
    "events.place": { label: "Ort" },
    follows: { label: "Frühere Pressemitteilung" },
    redirectFrom: { label: "Alte Adressen", singular: "Adresse" },
    pinned: { label: "Auf der Startseite oben" },
    noindex: { label: "Nicht in Suchmaschinen" },
  };
}

/** The CMS measures no text in these widgets. */
const NO_LENGTH = { maxlength: undefined } as const;

function choices(named: readonly { readonly name: string }[]): Readonly<Record<string, unknown>> {
  return { widget: "select", options: named.map(({ name }) => name) };
}

function standingPages(): EntryCollection {
  return {
    name: "seiten",
    label: "Feste Seiten",
    label_singular: "Seite",
    icon: "description",
    folder: "content/seiten",
    // Their names are addresses that other pages link to.
    create: false,
    delete: false,
    slug: { editable: false },
    thumbnail: false,
    sortable_fields: ["title"],
    fields: [
      ...formFields(standingPageSchema.shape, {
        title: { label: "Überschrift" },
        description: { label: "Beschreibung" },
      }),
      { ...BODY, hint: "Der Text der Seite." },
    ],
  };
}
