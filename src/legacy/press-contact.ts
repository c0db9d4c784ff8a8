import { emailAddress, phoneNumber } from "../domain/field-types.ts";
import type { Contact } from "../domain/release.ts";
import { derived, type Found, found } from "./found.ts";
import { edgeName, furnitureName, type NamedOffice } from "./furniture.ts";
import type { Unit } from "./page.ts";
import type { Sheet } from "./sheet.ts";

const PRESS_LABEL =
  /^(?:Presse-?[Kk]ontakt|(?:Kontakt|Ansprech(?:partner(?:in)?|person)|(?:Für )?Rückfragen)\s(?:für|bei|der|von)\s(?:die\s)?(?:Presse|Medien|Journalist)\S*)\s?:\s*/;
const PERSONS_LABEL = /^Ihre? Ansprech(?:person(?:en)?|partner(?:in|innen)?)\s?:?$/;
const PHONE = /(?:(?:Anrufen|Tele(?:fon(?:nummer)?)?|Tel|Fon|Ruf)\s?[.:]*\s*)?(\+?\(?\d[\d /()–-]{4,26}\d)/;
const EMAIL = /(?:E-?Mail\s?:?\s*)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/i;
/** How many lines a contact can take. */
const MOST_LINES = 5;

/**
 * Takes the lines that name whom to ask: „Pressekontakt: …“ of the press service, or „Ihre Ansprechpersonen“ and
 * the lines below it on the old page.
 */
export function takeContact(sheet: Sheet, office: NamedOffice): Found<Contact> | undefined {
  for (const unit of sheet.units) {
    const label = PRESS_LABEL.exec(unit.text);
    if (label !== null && unit.kind !== "picture") {
      const lines =
        label[0].length === unit.text.length ? [unit, ...linesBelow(sheet, unit, office)] : [unit];
      const contact = readContact(
        lines
          .map(({ text }) => text)
          .join(", ")
          .replace(PRESS_LABEL, ""),
      );
      if (contact === undefined) continue;
      sheet.place("contact", ...lines);
      return found(contact, `Zeile „${label[0].trim()}“`);
    }
    if (PERSONS_LABEL.test(unit.text)) {
      const lines = linesBelow(sheet, unit, office);
      const contact = readContact(lines.map(({ text }) => text).join(", "));
      if (contact === undefined) continue;
      sheet.place("contact", unit, ...lines);
      return derived(contact, `unter „${unit.text}“`);
    }
  }
  return undefined;
}

/** The lines below a label, as far as they belong to a person: until furniture, or until phone and mail are said. */
function linesBelow(sheet: Sheet, label: Unit, office: NamedOffice): Unit[] {
  const below = sheet.units.slice(sheet.placeOf(label) + 1).filter(({ kind }) => kind !== "picture");
  const lines: Unit[] = [];
  for (const unit of below.slice(0, MOST_LINES)) {
    const isEdge = edgeName(unit.text, office) !== undefined && !unit.text.startsWith("Presse");
    if (unit.text.length > 160 || furnitureName(unit.text, office) !== undefined || isEdge) break;
    lines.push(unit);
    if (EMAIL.test(unit.text)) break;
  }
  return lines;
}

/**
 * Reads who, by which telephone and mail.
 *
 * @example readContact("Pressestelle, Vorname Name, Telefon 02921/303200") → { name: "Pressestelle, Vorname Name", phone: "02921/303200" }
 */
export function readContact(text: string): Contact | undefined {
  const email = EMAIL.exec(text);
  const withoutMail = text.replace(EMAIL, ",");
  const phone = PHONE.exec(withoutMail);
  const name = withoutMail
    .replace(PHONE, ",")
    .replace(/\s*[|]?\s*(?:Adresse|Öffnungszeiten|Details)(?:\s*\|.*)?$/, "")
    .replace(/^Herrn? |^Frau /, "")
    .replace(/(?:\s*,\s*)+/g, ", ")
    .replace(/^[,\s]+|[,.\s]+$/g, "");
  if (!/\p{L}{3}/u.test(name) || name.length > 160 || (phone === null && email === null)) return undefined;
  const number = phone?.[1]?.replace(/–/g, "-");
  return {
    name,
    ...(number !== undefined && phoneNumber.safeParse(number).success && { phone: number }),
    ...(email?.[1] !== undefined && emailAddress.safeParse(email[1]).success && { email: email[1] }),
  };
}
