import { publicationMoment, type Release } from "../../src/domain/release.ts";
import { type HiddenState, isHidden, RELEASE_STATES, releaseState } from "../../src/domain/release-state.ts";
import type { Site } from "../../src/domain/site.ts";
import { filters } from "../../src/eleventy/filters.ts";
import { type Html, html } from "../html.ts";

/** What an editor's preview says above a release that is not public yet; nothing on the public site. */
export function stateBanner(release: Release, { edition }: Site): Html | undefined {
  const state = releaseState(release, edition.now);
  if (!isHidden(state)) return undefined;
  const appears = `Erscheint am ${filters.germanDateTime(publicationMoment(release))}.`;
  const { embargo } = release;
  const told: Readonly<Record<HiddenState, string>> = {
    draft: "Nur in dieser Vorschau zu sehen, solange draft: true im Kopf der Datei steht.",
    embargoed: `Bis ${embargo && filters.germanDateTime(embargo.until)} gesperrt. Grund: ${embargo && filters.typeset(embargo.reason)} ${appears}`,
    scheduled: appears,
  };
  return html`<p class="state-banner"><strong>${RELEASE_STATES[state].label}.</strong> ${told[state]}</p>
`;
}

/** The same in a word, for lists. */
export function stateTag(release: Release, { edition }: Site): Html | undefined {
  const state = releaseState(release, edition.now);
  return isHidden(state)
    ? html`<span class="tag tag-state">${RELEASE_STATES[state].label}</span> `
    : undefined;
}
