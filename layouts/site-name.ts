import type { Office } from "../src/domain/office.ts";

/**
 * The newsroom's name on its pages.
 *
 * @example siteName({ name: "Kreis Soest", … }) → "Newsroom Kreis Soest"
 */
export function siteName(office: Office): string {
  return `Newsroom ${office.name}`;
}
