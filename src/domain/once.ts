/**
 * Makes something of an object once and keeps it as long as the object: what stands on every page of a site, or a
 * release's card in its dozen lists, costs one.
 *
 * @example const footer = once((site: Site) => html`…`); footer(site) === footer(site)
 */
export function once<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const kept = new WeakMap<From, { readonly made: Made }>();
  return (from) => {
    let found = kept.get(from);
    if (found === undefined) {
      found = { made: make(from) };
      kept.set(from, found);
    }
    return found.made;
  };
}
