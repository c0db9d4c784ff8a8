import { html as markup } from "hono/html";
import type { PhotoMetadata } from "./photo-metadata.ts";

/**
 * Metadata as an XMP packet (ISO 16684-1) with the properties of IPTC Core and Extension. Texts are escaped by the
 * template tag, whose five character references are XML's own.
 *
 * @example xmpPacket({ headline: "Müll & Wertstoffe", … }) → "<?xpacket …<photoshop:Headline>Müll &amp; Wertstoffe<…"
 */
export function xmpPacket(metadata: PhotoMetadata): string {
  const text = (value: string | undefined) => value?.replace(NOT_XML, "");
  const property = (name: string, value: string | undefined) =>
    value && markup`<${name}>${text(value)}</${name}>`;
  const inDefaultLanguage = (name: string, value: string | undefined) =>
    value &&
    markup`<${name}><rdf:Alt><rdf:li xml:lang="x-default">${text(value)}</rdf:li></rdf:Alt></${name}>`;
  const creator =
    metadata.creator &&
    markup`<dc:creator><rdf:Seq><rdf:li>${text(metadata.creator)}</rdf:li></rdf:Seq></dc:creator>`;
  return markup`<?xpacket begin="${"\uFEFF"}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
  xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
  xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
${inDefaultLanguage("dc:description", metadata.description)}
${creator}
${inDefaultLanguage("dc:rights", metadata.copyrightNotice)}
${property("photoshop:Headline", metadata.headline)}
${property("photoshop:Credit", metadata.creditLine)}
${property("photoshop:Source", metadata.source)}
${property("photoshop:DateCreated", metadata.dateCreated)}
${property("photoshop:TransmissionReference", metadata.jobId)}
${property("xmpRights:Marked", metadata.copyrightNotice && "True")}
${inDefaultLanguage("xmpRights:UsageTerms", metadata.usageTerms)}
${inDefaultLanguage("Iptc4xmpCore:AltTextAccessibility", metadata.altText)}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`.toString();
}

/** What XML 1.0, section 2.2, allows in no document. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
