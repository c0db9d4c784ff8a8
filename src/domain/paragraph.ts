/**
 * The longest paragraph that is set, in UTF-16 units. Bare addresses and unclosed marks take time that grows
 * faster than it, so a paragraph without bounds could hold up a build.
 */
export const LONGEST_PARAGRAPH = 20_000;
