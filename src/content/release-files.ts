import { posix } from "node:path";
import { attachmentAddress } from "../domain/address.ts";
import { DOWNLOAD_ENDINGS, downloadEnding, LARGEST_DOWNLOAD } from "../domain/download.ts";
import type { FrontMatter } from "../domain/front-matter.ts";
import { nearest } from "../domain/nearest.ts";
import { once } from "../domain/once.ts";
import { type Problem, quoted } from "../domain/problem.ts";
import type { Attachment, Photo } from "../domain/release.ts";
import { probeImage } from "../photos/probe-image.ts";
import type { ContentFile } from "./content-folder.ts";
import type { Finding, ProblemAt } from "./finding.ts";
import type { RightFields } from "./schema-faults.ts";
import { asValue, type FieldPath } from "./yaml-source.ts";

/** A file beside a release, or a problem with the folder that it lies in or the nearest name. */
function besideRelease(
  release: ContentFile,
  name: string,
  files: Files,
): ContentFile | { readonly fault: string } {
  const directory = posix.dirname(release.name);
  const file = files.get(posix.join(directory, name));
  if (file !== undefined) return file;
  const missing = `Die Datei ${quoted(name)} liegt nicht neben der Pressemitteilung`;
  const elsewhere = byBareName(files).get(name);
  if (elsewhere !== undefined) {
    const folder = posix.dirname(elsewhere.shownAs);
    return { fault: `${missing}, sondern in ${folder}. Bitte zu ihr legen oder den Namen berichtigen.` };
  }
  const neighbours = besideTexts(files).get(directory) ?? [];
  const alike = neighbours.find((neighbour) => asValue(neighbour) === name);
  const found = alike && files.get(posix.join(directory, alike));
  if (found) return found;
  const meant = nearest(name, neighbours);
  const remedy = meant === undefined ? "Bitte die Datei dorthin legen." : `Gemeint ist wohl „${meant}“.`;
  return { fault: `${missing}. ${remedy}` };
}

type Files = ReadonlyMap<string, ContentFile>;

/** The first file of each name, whatever its folder. Made once: after an import the photos of ten thousand may be missing. */
const byBareName = once(
  (files: Files) => new Map([...files.values()].reverse().map((file) => [posix.basename(file.name), file])),
);

/** The names of what lies beside texts, by their folder; made once, too. */
const besideTexts = once((files: Files) => {
  const names = [...files.keys()].filter((name) => !name.endsWith(".md"));
  const folders = Map.groupBy(names, (name) => posix.dirname(name));
  return new Map(Array.from(folders, ([folder, inIt]) => [folder, inIt.map((name) => posix.basename(name))]));
});

/** Finds the photos that lie beside a release and reads their headers. */
export async function readPhotos(
  release: ContentFile,
  { photo, photos }: RightFields<FrontMatter>,
  files: Files,
  problemAt: ProblemAt,
): Promise<Finding<Photo[]>> {
  const problems: Problem[] = [];
  const paths: FieldPath[] = photos?.map((_, index) => ["photos", index]) ?? [["photo"]];
  const found = await Promise.all(
    (photos ?? [photo]).map(async (entry, index): Promise<Photo | undefined> => {
      if (entry === undefined) return undefined;
      const { file, ...said } = entry;
      const rest = { ...said, number: index + 1 };
      const path = paths[index] ?? [];
      if (file === undefined) return rest;
      const source = besideRelease(release, file, files);
      if ("fault" in source) {
        problems.push(problemAt([...path, "file"], source.fault));
        return rest;
      }
      const header = await probeImage(source.path, source.bytes);
      if ("fault" in header && header.isMissingOriginal) return { ...rest, missingOriginal: file };
      if ("fault" in header) {
        problems.push(problemAt([...path, "file"], `${quoted(file)} ${header.fault}`));
        return rest;
      }
      return { ...rest, image: { path: source.path, bytes: source.bytes, ...header } };
    }),
  );
  return { found: found.filter((photo) => photo !== undefined), problems };
}

/** Finds the files for download that lie beside a release. */
export function readAttachments(
  release: ContentFile,
  address: string,
  written: RightFields<FrontMatter>["attachments"],
  files: Files,
  problemAt: ProblemAt,
): Finding<Attachment[]> {
  const problems: Problem[] = [];
  const found: Attachment[] = [];
  for (const [index, entry] of (written ?? []).entries()) {
    if (entry === undefined) continue;
    const { file, title } = entry;
    const report = (message: string) => problems.push(problemAt(["attachments", index, "file"], message));
    const source = besideRelease(release, file, files);
    const target = attachmentAddress(address, file);
    if ("fault" in source) report(source.fault);
    else if (downloadEnding(file) === undefined || /\/\.[^/]*$/.test(target))
      report(`${quoted(file)} kann nicht als Anhang dienen. Möglich sind: ${DOWNLOAD_ENDINGS.join(", ")}.`);
    else if (source.bytes === 0) report(`${quoted(file)} ist leer. Bitte die Datei neu ablegen.`);
    else if (source.bytes > LARGEST_DOWNLOAD)
      report(`${quoted(file)} ist größer als ${LARGEST_DOWNLOAD / 1_000_000} MB. Bitte verkleinern.`);
    else if (found.some((other) => other.address === target))
      report(`${quoted(file)} ergibt dieselbe Adresse wie ein anderer Anhang. Bitte umbenennen.`);
    else found.push({ file, title, address: target, source: { path: source.path, bytes: source.bytes } });
  }
  return { found, problems };
}
