/** A file of the package that is made for it: configuration for one server or host. */
export type PackageText = {
  /** Path below the package's root. */
  readonly path: string;
  readonly text: string;
};

/** Where the package lies on a server, by way of a link to the version in use. */
export const NEWSROOM_FOLDER = "/srv/newsroom/aktuell";
