import { type Html, html, raw } from "./html.ts";

/**
 * Nothing but the site's own files: no inline script or style, no other host (CSP Level 3). `connect-src` serves
 * the preview's live reload and the search.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

/** The same for the head of every page, before anything that it governs. */
export const securityMeta: Html = policyMeta(CONTENT_SECURITY_POLICY);

/** The policy of the search page alone, whose engine is WebAssembly. */
export const searchSecurityMeta: Html = policyMeta(
  CONTENT_SECURITY_POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"),
);

function policyMeta(policy: string): Html {
  return html`<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">`;
}
