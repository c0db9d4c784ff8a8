import { ADDRESSES, standingPageAddress } from "../domain/address.ts";
import type { Site } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";
import { DISTRICT_LEVEL, districtUri, municipalityUri } from "./geocoding.ts";
import { type DataFile, type DataLicense, type DataYear, licenseStatement } from "./open-data.ts";
import { utcTimestamp } from "./timestamp.ts";

/** Address of the description that data portals harvest. */
export const CATALOG_ADDRESS = `${ADDRESSES.data}dcat.jsonld`;

const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dcatde: "http://dcat-ap.de/def/dcatde/",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  spdx: "http://spdx.org/rdf/terms#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

/** The authority lists of the EU's Publications Office. */
const EU = "http://publications.europa.eu/resource/authority";

const FORMATS = {
  json: { name: "JSON", mediaType: "application/json", fileType: `${EU}/file-type/JSON` },
  csv: { name: "CSV", mediaType: "text/csv", fileType: `${EU}/file-type/CSV` },
} as const;

/**
 * The archive as a data portal lists it: one dataset with a file a year and format (DCAT-AP.de 3.0 as JSON-LD). The
 * ID of the contributor that GovData assigns is the harvesting portal's to add.
 */
export function catalogFile(
  site: Site,
  years: readonly DataYear[],
  license: DataLicense | undefined,
): SiteFile {
  const catalog = () => ({
    "@context": CONTEXT,
    "@id": site.absoluteUrl(CATALOG_ADDRESS),
    "@type": "dcat:Catalog",
    "dct:title": german(`${site.office.name}: offene Daten der Pressestelle`),
    "dct:description": german("Verzeichnis der Daten, die dieser Newsroom bereitstellt."),
    "dct:publisher": publisher(site),
    "dct:language": iri(`${EU}/language/DEU`),
    "foaf:homepage": iri(site.absoluteUrl(ADDRESSES.data)),
    "dcat:dataset": dataset(site, years, license),
  });
  return {
    address: CATALOG_ADDRESS,
    releases: site.edition.releases,
    get content() {
      return `${JSON.stringify(catalog(), null, 2)}\n`;
    },
  };
}

function dataset(site: Site, years: readonly DataYear[], license: DataLicense | undefined) {
  const { office, places } = site;
  const district = districtUri(places);
  const modified = years.length === 0 ? undefined : Math.max(...years.map((year) => year.modified));
  return {
    "@id": `${site.absoluteUrl(CATALOG_ADDRESS)}#pressemitteilungen`,
    "@type": "dcat:Dataset",
    "dct:title": german(`${office.name}: Pressemitteilungen`),
    "dct:description": german(
      "Alle Pressemitteilungen mit Text, Themen, Orten, Terminen, Fotonachweisen und Berichtigungen, eine Datei je Jahr.",
    ),
    "dct:identifier": `${site.absoluteUrl(CATALOG_ADDRESS)}#pressemitteilungen`,
    "dct:publisher": publisher(site),
    "dcat:contactPoint": contactPoint(site),
    "dcat:theme": iri(`${EU}/data-theme/GOVE`),
    "dcat:keyword": ["Pressemitteilungen", ...site.topics.map(({ name }) => name)].map(german),
    "dcat:landingPage": iri(site.absoluteUrl(ADDRESSES.data)),
    "dct:language": iri(`${EU}/language/DEU`),
    "dct:accessRights": iri(`${EU}/access-right/PUBLIC`),
    "dct:accrualPeriodicity": iri(`${EU}/frequency/IRREG`),
    "dct:spatial": places.map(({ key }) => iri(municipalityUri(key))),
    ...(modified !== undefined && { "dct:modified": typed(utcTimestamp(modified), "xsd:dateTime") }),
    ...(district !== undefined && {
      "dcatde:politicalGeocodingURI": iri(district),
      "dcatde:politicalGeocodingLevelURI": iri(DISTRICT_LEVEL),
    }),
    "dcat:distribution": years.flatMap((year) => [
      distribution(year.json, year, site, license),
      distribution(year.csv, year, site, license),
    ]),
  };
}

function distribution(file: DataFile, { modified }: DataYear, site: Site, license: DataLicense | undefined) {
  const { name, mediaType, fileType } = FORMATS[file.format];
  const url = site.absoluteUrl(file.address);
  const { bytes, sha256 } = file.fingerprint;
  return {
    "@id": url,
    "@type": "dcat:Distribution",
    "dct:title": german(`Pressemitteilungen ${file.year} (${name})`),
    "dcat:accessURL": iri(url),
    "dcat:downloadURL": iri(url),
    "dcat:mediaType": iri(`https://www.iana.org/assignments/media-types/${mediaType}`),
    "dct:format": iri(fileType),
    "dcat:byteSize": typed(String(bytes), "xsd:nonNegativeInteger"),
    "dct:modified": typed(utcTimestamp(modified), "xsd:dateTime"),
    "spdx:checksum": {
      "@type": "spdx:Checksum",
      "spdx:algorithm": iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
      "spdx:checksumValue": typed(sha256, "xsd:hexBinary"),
    },
    ...(license === undefined
      ? { "dct:rights": { "@type": "dct:RightsStatement", "rdfs:label": german(licenseStatement(license)) } }
      : { "dct:license": iri(license.url), "dcatde:licenseAttributionByText": german(site.office.name) }),
  };
}

function publisher({ office, absoluteUrl }: Site) {
  return {
    "@id": `${absoluteUrl(CATALOG_ADDRESS)}#herausgeber`,
    "@type": "foaf:Organization",
    "foaf:name": german(office.name),
    "foaf:homepage": iri(office.homepage ?? absoluteUrl(ADDRESSES.start)),
  };
}

function contactPoint({ office, absoluteUrl }: Site) {
  const [contact] = office.pressContacts;
  const email = contact?.email ?? office.email;
  return {
    "@type": "vcard:Organization",
    "vcard:fn": contact?.name ?? office.name,
    "vcard:hasURL": iri(absoluteUrl(standingPageAddress("kontakt"))),
    ...(email !== undefined && { "vcard:hasEmail": iri(`mailto:${email}`) }),
  };
}

function iri(address: string) {
  return { "@id": address };
}

function german(text: string) {
  return { "@value": text, "@language": "de" };
}

function typed(value: string, type: string) {
  return { "@value": value, "@type": type };
}
