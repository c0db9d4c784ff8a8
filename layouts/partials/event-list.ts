import type { Release, ReleaseEvent } from "../../src/domain/release.ts";
import type { Site } from "../../src/domain/site.ts";
import { filters } from "../../src/eleventy/filters.ts";
import { appointmentAddress } from "../../src/outputs/calendar.ts";
import { writtenTimestamp } from "../../src/outputs/timestamp.ts";
import { type Appointment, eventTime } from "../appointments.ts";
import { type Html, html } from "../html.ts";

/** The appointments that a release announces, each as a file for the reader's own calendar too. */
export function eventBox(release: Release, site: Site): Html | undefined {
  const { events } = release;
  if (events.length === 0) return undefined;
  return html`<section class="events">
<h2>${events.length === 1 ? "Termin" : "Termine"}</h2>
<ul class="event-list">
${events.map((event, index) => {
  const title = filters.typeset(event.title);
  return html`<li>${eventFacts(event, html`<h3>${title}</h3>`)}
<p><a href="${site.url(appointmentAddress(release, index + 1))}" download>In den Kalender übernehmen<span class="visually-hidden">: ${title}</span></a></p></li>
`;
})}</ul>
</section>
`;
}

/** Appointments of several releases, each leading to its release. */
export function appointmentList(
  appointments: readonly Appointment[],
  site: Site,
  heading: "h2" | "h3",
): Html {
  return html`<ul class="event-list">
${appointments.map(
  ({ event, release }) => html`<li>${eventFacts(
    event,
    html`<${heading}><a href="${site.url(release.address)}">${filters.typeset(event.title)}</a></${heading}>`,
  )}</li>
`,
)}</ul>`;
}

function eventFacts(event: ReleaseEvent, title: Html): Html {
  return html`${title}
<p><time datetime="${writtenTimestamp(event.start)}">${eventTime(event)}</time></p>
${event.place !== undefined && html`<p>${filters.typeset(event.place)}</p>`}`;
}
