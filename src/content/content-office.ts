import type { z } from "zod";
import {
  type Office,
  officeSchema,
  type Place,
  placesSchema,
  type Service,
  servicesSchema,
  type Topic,
  topicsSchema,
} from "../domain/office.ts";
import { FILE_FIELD, type Problem, type ProblemPlace } from "../domain/problem.ts";
import { type CheckedData, readYamlFile } from "./checked-file.ts";
import type { ContentFolder } from "./content-folder.ts";
import { ownAddress, placeFault } from "./own-links.ts";
import type { BodyLink } from "./release-claims.ts";

/** The YAML files of an office, each as far as it is right. */
export type OfficeFiles = {
  readonly office: Office | undefined;
  readonly topics: readonly Topic[] | undefined;
  readonly places: readonly Place[] | undefined;
  readonly services: readonly Service[] | undefined;
  /** Links of the office to addresses that this site must have. */
  readonly links: readonly BodyLink[];
  readonly problems: readonly Problem[];
};

/** Reads `kreis.yaml`, `themen.yaml`, `orte.yaml` and `a-z.yaml`. */
export function readOfficeFiles(folder: ContentFolder): OfficeFiles {
  const office = readRequired(folder, "kreis.yaml", officeSchema);
  const topics = readRequired(folder, "themen.yaml", topicsSchema);
  const places = readRequired(folder, "orte.yaml", placesSchema);
  const services = readRequired(folder, "a-z.yaml", servicesSchema);
  const written = [
    ...(office.data?.quickLinks ?? []).map(({ url }, index) => ({
      url,
      owner: office,
      path: ["quickLinks", index, "url"],
    })),
    ...(services.data ?? []).map(({ url }, index) => ({ url, owner: services, path: [index, "url"] })),
    ...(office.data?.alert?.url === undefined
      ? []
      : [{ url: office.data.alert.url, owner: office, path: ["alert", "url"] }]),
  ];
  return {
    office: office.data,
    topics: topics.data,
    places: places.data,
    services: services.data,
    links: written.flatMap(({ url, owner, path }) => {
      const href = ownAddress(url, office.data);
      return href === undefined ? [] : [{ href, place: owner.placeOf(path) }];
    }),
    problems: [
      ...written.flatMap(({ url, owner, path }) => {
        const message = placeFault(url, office.data);
        return message === undefined ? [] : [owner.problemAt(path, message)];
      }),
      ...office.problems,
      ...topics.problems,
      ...duplicates(topics, ["name", "slug"]),
      ...places.problems,
      ...duplicates(places, ["name", "slug", "key"]),
      ...services.problems,
      ...duplicates(services, ["name"]),
    ],
  };
}

function readRequired<Schema extends z.ZodType>(
  folder: ContentFolder,
  name: string,
  schema: Schema,
): CheckedData<z.output<Schema>> {
  const file = folder.files.get(name);
  const shownAs = folder.shownAs(name);
  const place: ProblemPlace = { file: shownAs, line: 1, column: 1, field: FILE_FIELD };
  const nowhere = {
    data: undefined,
    fields: {},
    isEmpty: () => false,
    placeOf: () => place,
    problemAt: (_: unknown, message: string) => ({ ...place, message }),
  };
  if (file === undefined) {
    const message = `fehlt. Erwartet: ${schema.description ?? "die Angaben zum Amt."}`;
    return { ...nowhere, problems: [{ ...place, message }] };
  }
  const read = readYamlFile(file, schema);
  return "placeOf" in read ? read : { ...nowhere, ...read };
}

/** Two entries of a list that have the same value in a key that must tell them apart. */
function duplicates<Entry extends object>(
  { data, problemAt }: CheckedData<readonly Entry[]>,
  keys: readonly (keyof Entry & string)[],
): Problem[] {
  return keys.flatMap((key) => {
    const seen = new Map<unknown, number>();
    return (data ?? []).flatMap((entry, index) => {
      const first = seen.get(entry[key]);
      if (first === undefined) {
        seen.set(entry[key], index);
        return [];
      }
      return [
        problemAt(
          [index, key],
          `„${String(entry[key])}“ steht schon im Eintrag ${first + 1}. Erwartet wird jeder Wert nur einmal.`,
        ),
      ];
    });
  });
}
