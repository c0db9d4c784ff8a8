import type { Contact } from "../../src/domain/release.ts";
import { filters } from "../../src/eleventy/filters.ts";
import { type Html, html } from "../html.ts";

/** Who answers questions about a release. */
export function contactCard({ name, phone, email }: Contact): Html {
  return html`<section class="contact">
<h2>Kontakt</h2>
<address>
<p><strong>${name}</strong></p>${
    phone !== undefined &&
    html`
<p>Telefon ${phoneLink(phone)}</p>`
  }${
    email !== undefined &&
    html`
<p>E-Mail ${mailAddressLink(email)}</p>`
  }
</address>
</section>`;
}

/** A telephone number to dial; it never breaks over two lines. */
export function phoneLink(phone: string): Html {
  return html`<a class="phone" href="${filters.telephoneLink(phone)}">${phone}</a>`;
}

/** An e-mail address to write to. */
export function mailAddressLink(email: string): Html {
  return html`<a href="mailto:${email}">${email}</a>`;
}
