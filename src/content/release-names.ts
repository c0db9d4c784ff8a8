import type { FrontMatter } from "../domain/front-matter.ts";
import { nearest } from "../domain/nearest.ts";
import type { Office } from "../domain/office.ts";
import { type Problem, quoted } from "../domain/problem.ts";
import type { Contact } from "../domain/release.ts";
import type { Finding, ProblemAt } from "./finding.ts";

/**
 * Finds the topics or places that a release names.
 *
 * @param explain a better remedy than the nearest name, where there is one
 */
export function resolveNames<Named extends { readonly name: string }>(
  written: readonly (string | undefined)[] | undefined,
  known: readonly Named[] | undefined,
  field: string,
  source: string,
  problemAt: ProblemAt,
  explain: (name: string) => string | undefined = () => undefined,
): Finding<Named[]> {
  const found = new Set<Named>();
  const problems: Problem[] = [];
  for (const [index, name] of (written ?? []).entries()) {
    if (known === undefined || name === undefined) continue;
    const entry = known.find((candidate) => candidate.name.normalize("NFC") === name);
    if (entry !== undefined) {
      found.add(entry);
      continue;
    }
    const meant = nearest(
      name,
      known.map((candidate) => candidate.name),
    );
    const remedy =
      meant === undefined
        ? `Erwartet wird ein Name aus ${source}: ${known
            .slice(0, 6)
            .map((candidate) => candidate.name)
            .join(", ")} …`
        : `Gemeint ist wohl „${meant}“.`;
    problems.push(
      problemAt([field, index], explain(name) ?? `${quoted(name)} steht nicht in ${source}. ${remedy}`),
    );
  }
  return { found: [...found], problems };
}

/** Finds whom a release names as its contact; the office's first press contact where it names none. */
export function resolveContact(
  written: FrontMatter["contact"],
  office: Office | undefined,
  problemAt: ProblemAt,
): Finding<Contact | undefined> {
  if (typeof written === "object") return { found: written, problems: [] };
  const known = office?.pressContacts ?? [];
  if (written === undefined || office === undefined) return { found: known[0], problems: [] };
  const found = known.find((contact) => contact.name === written);
  if (found !== undefined) return { found, problems: [] };
  const names = known.map((contact) => contact.name);
  const meant = nearest(written, names);
  const remedy =
    meant === undefined
      ? `Möglich sind: ${names.join(", ")}; oder name, phone und email angeben.`
      : `Gemeint ist wohl „${meant}“.`;
  return {
    found: undefined,
    problems: [
      problemAt(["contact"], `${quoted(written)} steht nicht unter pressContacts in kreis.yaml. ${remedy}`),
    ],
  };
}
