/** A file of the site that is no page. */
export type OutputFile = {
  /** Address below the site's root: `/feed.xml`. */
  readonly address: string;
  readonly content: string;
};
