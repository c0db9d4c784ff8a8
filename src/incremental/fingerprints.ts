import { hash } from "node:crypto";
import { alertAt } from "../domain/office.ts";
import type { Release } from "../domain/release.ts";
import { releaseState } from "../domain/release-state.ts";
import type { Site } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";

/** Tells of a file of the site what it is made from, without making it: two equal answers mean equal bytes. */
export type FingerprintOf = (file: SiteFile) => string;

/** Up to how many releases stand on a page that shares its list of them with no other. */
const FEW = 30;

/**
 * Fingerprints for the files of a site.
 *
 * A file is made from the code, from what every page shows of the office (its frame), from the releases it tells of,
 * each as it stands in this edition with its pictures, and from the facts it names itself.
 *
 * @param code what the code is known by; see `code-digest.ts`
 */
export function fingerprintsOf(site: Site, code: string): FingerprintOf {
  const frame = frameFingerprint(site, code);
  const ofRelease = keptFor((release: Release) => releaseFingerprint(release, site));
  const ofAll = keptFor((releases: readonly Release[]) => hash("sha1", releases.map(ofRelease).join()));
  const inFrame = keptFor((release: Release) => hash("sha1", `${frame} ${ofRelease(release)}`, "base64url"));
  return ({ releases, facts }) => {
    const [first] = releases;
    // Half of all files tell of one release and nothing else: one answer serves them all.
    if (first !== undefined && releases.length === 1 && facts === undefined) return inFrame(first);
    const told = releases.length > FEW ? ofAll(releases) : releases.map(ofRelease).join();
    return hash("sha1", `${frame} ${told} ${JSON.stringify(facts)}`, "base64url");
  };
}

function frameFingerprint(site: Site, code: string): string {
  const { office, topics, places, services, pages, pathPrefix, isPreview, hasSearch } = site;
  const { defaultPicture, topicPictureOf } = site.sharePictures;
  const frame = [code, office, topics, places, services, pages, pathPrefix, isPreview, hasSearch];
  const pictures = [defaultPicture, topics.map(topicPictureOf)];
  const alert = alertAt(office, site.edition.now);
  return hash("sha1", JSON.stringify([...frame, ...pictures, site.absoluteUrl("/"), alert]));
}

/**
 * A release as this edition shows it: its file by name and bytes, what lies beside that, and what time, other releases and pictures have
 * made of it. Photos whose consent has run out, say, are no longer part of it.
 */
function releaseFingerprint(release: Release, site: Site): string {
  const { address, digest, photos, attachments, corrections, follows } = release;
  const pictures = photos.map((photo) => site.renditionsOf(release, photo));
  const share = site.sharePictures.pictureOf(release)?.address;
  const state = releaseState(release, site.edition.now);
  const made = [address, digest, photos, attachments, corrections.length, follows, pictures, share, state];
  return hash("sha1", JSON.stringify(made), "base64url");
}

function keptFor<From extends object>(make: (from: From) => string): (from: From) => string {
  const kept = new Map<From, string>();
  return (from) => {
    let made = kept.get(from);
    if (made === undefined) {
      made = make(from);
      kept.set(from, made);
    }
    return made;
  };
}
