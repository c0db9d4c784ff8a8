import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openContentFolder } from "../content/content-folder.ts";
import { readOfficeFiles } from "../content/content-office.ts";
import { contentSchemas, type KnownNames, releaseJsonSchema } from "../domain/content-schemas.ts";
import { releaseSnippets } from "../domain/release-snippets.ts";
import { UsageError } from "../eleventy/site-options.ts";
import { type ExitCode, processTerminal, readOptions, runCommand, type Terminal } from "./terminal.ts";

/**
 * `npm run schemas`: what VS Code needs to complete and explain the fields of content files: a JSON Schema for each
 * kind of file, and snippets for front matter, with the office's own topics, places and contacts. Of files that have
 * problems it takes what can be read.
 */
export async function writeSchemas(terminal: Terminal): Promise<ExitCode> {
  const { input = "content", output = ".vscode" } = readOptions(terminal.args, {
    input: { type: "string" },
    output: { type: "string" },
  });
  const names = await knownNames(input);
  await mkdir(join(output, "schemas"), { recursive: true });
  for (const { name, schema } of contentSchemas(names))
    await writeFile(join(output, "schemas", `${name}.schema.json`), json(schema));
  await writeFile(
    join(output, "pressemitteilung.code-snippets"),
    json(releaseSnippets(releaseJsonSchema(names))),
  );
  const { topics, places, contacts } = names;
  terminal.print(
    `${output}: Feldhilfen mit ${topics.length} Themen, ${places.length} Orten und ${contacts.length} Ansprechstellen geschrieben.`,
  );
  return 0;
}

async function knownNames(input: string): Promise<KnownNames> {
  const folder = await openContentFolder(input).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`Der Ordner ${input} lässt sich nicht lesen (${error.code}).`);
  });
  const { office, topics = [], places = [] } = await readOfficeFiles(folder);
  const namesOf = (entries: readonly { readonly name: string }[]) => entries.map(({ name }) => name);
  return {
    topics: namesOf(topics),
    places: namesOf(places),
    contacts: namesOf(office?.pressContacts ?? []),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

if (import.meta.main) process.exitCode = await runCommand(writeSchemas, processTerminal);
