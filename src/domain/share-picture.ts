import type { Topic } from "./office.ts";
import type { Release } from "./release.ts";

/** The picture that a shared link shows. */
export type SharePicture = {
  /** Address below the site's root. */
  readonly address: string;
  readonly type: string;
  /** In pixels. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
  readonly alt?: string;
};

/** Finds the pictures drawn for sharing; each falls back to a more general one. */
export type SharePictures = {
  readonly pictureOf: (release: Release) => SharePicture | undefined;
  readonly topicPictureOf: (topic: Topic) => SharePicture | undefined;
  /** For every other page. */
  readonly defaultPicture: SharePicture | undefined;
};
