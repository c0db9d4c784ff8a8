import { input, search } from "@inquirer/prompts";
import { slugify } from "../domain/slug.ts";

/** What an editor says of a new release; all but the title may be left as it is. */
export type ReleaseAnswers = {
  readonly title: string;
  /** As the editor writes it: `2019-03-27 10:00`. */
  readonly date: string;
  readonly tags: readonly string[];
  readonly places: readonly string[];
  /** The initials that end the press ID. */
  readonly sign: string;
};

/** A name to choose, and other names under which it is found. */
export type Choice = { readonly name: string; readonly parts?: readonly string[] | undefined };

/** What the questions need to know. */
export type QuestionContext = {
  /** Already answered; not asked again. */
  readonly given: Partial<ReleaseAnswers>;
  /** Answers to begin with. */
  readonly proposed: Pick<ReleaseAnswers, "date" | "sign">;
  readonly topics: readonly Choice[];
  readonly places: readonly Choice[];
  /** Why an answer will not do, in German; `undefined` where it will. */
  readonly faultOf: (field: "title" | "date" | "sign", answer: string) => string | undefined;
};

/** Asks an editor for a new release; `undefined` where the editor breaks off. */
export type AskForRelease = (context: QuestionContext) => Promise<ReleaseAnswers | undefined>;

/** Where questions are shown and answered; the terminal unless a test says otherwise. */
type Streams = NonNullable<Parameters<typeof input>[1]>;

/** Asks on the terminal, one question after the other. */
export function questionsOn(streams: Streams = {}): AskForRelease {
  return async ({ given, proposed, topics, places, faultOf }) => {
    const ask = (field: "title" | "date" | "sign", message: string, proposal?: string) =>
      input(
        {
          message,
          ...(proposal !== undefined && { default: proposal, prefill: "editable" }),
          validate: (answer) => faultOf(field, answer) ?? true,
        },
        streams,
      );
    try {
      return {
        title: given.title ?? (await ask("title", "Titel:")),
        date: given.date ?? (await ask("date", "Erscheint am:", proposed.date)),
        tags: given.tags ?? (await askForNames("Thema", topics, streams)),
        places: given.places ?? (await askForNames("Ort", places, streams)),
        sign: given.sign ?? (await ask("sign", "Ihr Zeichen:", proposed.sign)),
      };
    } catch (error) {
      if (error instanceof Error && error.name === "ExitPromptError") return undefined;
      throw error;
    }
  };
}

const DONE = "";

/** Asks for one name after the other, each found by typing, until the editor wants no more. */
async function askForNames(what: string, known: readonly Choice[], streams: Streams): Promise<string[]> {
  const chosen: string[] = [];
  for (;;) {
    const open = known.filter(({ name }) => !chosen.includes(name));
    const answer = await search(
      {
        message: `${what} ${chosen.length + 1}:`,
        source: (term = "") => offers(term, open, chosen.length === 0 ? "keines" : "kein weiteres"),
        pageSize: 8,
        theme: { style: { keysHelpTip: () => "Tippen sucht, ↑↓ wählt, Eingabetaste übernimmt." } },
      },
      streams,
    );
    if (answer === DONE) return chosen;
    chosen.push(answer);
  }
}

/** The names that a typed term fits, umlauts or not, by themselves or by one of their parts. */
function offers(term: string, known: readonly Choice[], done: string) {
  const wanted = slugify(term);
  const stop = { name: `(${done})`, value: DONE };
  const fitting = known.flatMap(({ name, parts = [] }) => {
    const part = parts.find((other) => slugify(other).includes(wanted));
    const isOwn = slugify(name).includes(wanted);
    if (!isOwn && part === undefined) return [];
    return [{ name: isOwn ? name : `${name} (${part})`, value: name, short: name }];
  });
  return wanted === "" ? [stop, ...fitting] : [...fitting, stop];
}
