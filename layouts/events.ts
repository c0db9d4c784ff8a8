import { ADDRESSES } from "../src/domain/address.ts";
import type { Site } from "../src/domain/site.ts";
import { CALENDAR_ADDRESS } from "../src/outputs/calendar.ts";
import { appointments } from "./appointments.ts";
import { basePage } from "./base.ts";
import { type Html, html } from "./html.ts";
import { appointmentList } from "./partials/event-list.ts";

/** How many appointments are shown that are over. */
const PAST_SHOWN = 20;

/** Appointments that releases announce: all to come, and the last ones that are over. */
export function eventsPage(site: Site): Html {
  const { upcoming, past } = appointments(site.edition);
  return basePage(
    {
      title: "Termine",
      description: `Termine aus den Pressemitteilungen: ${site.office.name}.`,
      address: ADDRESSES.events,
      main: html`<div class="page-head">
<h1>Termine</h1>
<p class="intro">Termine, die in Pressemitteilungen angekündigt sind. Jeder führt zu seiner Pressemitteilung.</p>
<p class="subscribe"><a href="${site.url(CALENDAR_ADDRESS)}">Alle Termine als Kalender (ICS)</a></p>
</div>
<section class="upcoming">
<h2>Kommende Termine</h2>
${upcoming.length === 0 ? html`<p>Zurzeit ist kein Termin angekündigt.</p>` : appointmentList(upcoming, site, "h3")}
</section>
${
  past.length > 0 &&
  html`<section class="past">
<h2>Vergangene Termine</h2>
${appointmentList(past.slice(0, PAST_SHOWN), site, "h3")}
</section>`
}`,
    },
    site,
  );
}
