import { publicationMoment, publicationState, type Release } from "../../src/domain/release.ts";
import type { Site } from "../../src/domain/site.ts";
import { filters } from "../../src/eleventy/filters.ts";
import { type Html, html } from "../html.ts";

const LABELS = { draft: "Entwurf", embargoed: "Sperrfrist", scheduled: "Geplant" } as const;

/** What an editor's preview says above a release that is not public yet; nothing on the public site. */
export function stateBanner(release: Release, { edition }: Site): Html | undefined {
  const state = publicationState(release, edition.now);
  if (state === "published" || state === "withdrawn") return undefined;
  const appears = `Erscheint am ${filters.germanDateTime(publicationMoment(release))}.`;
  const { embargo } = release;
  const told = {
    draft: "Nur in dieser Vorschau zu sehen, solange draft: true im Kopf der Datei steht.",
    embargoed: `Bis ${embargo && filters.germanDateTime(embargo.until)} gesperrt. Grund: ${embargo && filters.typeset(embargo.reason)} ${appears}`,
    scheduled: appears,
  };
  return html`<p class="state-banner"><strong>${LABELS[state]}.</strong> ${told[state]}</p>
`;
}

/** The same in a word, for lists. */
export function stateTag(release: Release, { edition }: Site): Html | undefined {
  const state = publicationState(release, edition.now);
  return state === "published" || state === "withdrawn"
    ? undefined
    : html`<span class="tag tag-state">${LABELS[state]}</span> `;
}
