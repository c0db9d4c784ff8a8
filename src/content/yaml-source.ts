import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import { quoted } from "../domain/problem.ts";

/** A place in a file, from 1. */
export type Position = { readonly line: number; readonly column: number };

/** A key or index path into YAML data: `["photos", 0, "credit"]`. */
export type FieldPath = readonly PropertyKey[];

/** A fault in YAML itself, before any schema: where it stands and a German sentence. */
export type YamlFault = Position & { readonly path: FieldPath; readonly message: string };

/** YAML read without surprises: plain data, its faults, and where each value stands in the file. */
export type YamlSource = {
  /** Mappings, lists, text, `true` and `false`; an empty value is absent, a number is the text it was written as. */
  readonly data: unknown;
  readonly faults: readonly YamlFault[];
  /** Whether the faults are such that the data says nothing about what the editor wrote. */
  readonly isBroken: boolean;
  /** Whether a field stands there without a value. */
  readonly isEmpty: (field: string) => boolean;
  /** Where the value at a path stands; of a missing one, its parent. */
  readonly valueAt: (path: FieldPath) => Position;
  /** Where the key at a path stands; of a missing one, its parent. */
  readonly keyAt: (path: FieldPath) => Position;
};

const DEEPEST = 8;

/** Spaces beside the plain one that programs set and nobody sees, no-break spaces above all; the layout sets its own. */
const SPACE = /(?! )\p{Zs}/gu;
/** What comes along with a copied text and takes no room: zero-width space, word joiner, byte-order mark. */
const INVISIBLE = /[\u200B\u2060\uFEFF]/g;

/**
 * Reads YAML 1.2 as an editor means it. Nothing in it can run code, multiply or change type behind the
 * editor's back: tags, anchors and aliases are faults, and `02921/303200`, `10:30` or `2019` stay text.
 *
 * @param text the YAML
 * @param linesBefore how many lines of the file precede it
 */
export function readYaml(text: string, linesBefore = 0): YamlSource {
  const lineCounter = new LineCounter();
  const source = text.replace(SPACE, " ");
  const document = parse(source, lineCounter);
  const positionOf = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line) + linesBefore, column: Math.max(1, col) };
  };
  const start = positionOf(0);
  if (document === undefined) {
    return {
      data: undefined,
      isBroken: true,
      isEmpty: () => false,
      faults: [{ ...start, path: [], message: "ist zu tief verschachtelt, um gelesen zu werden." }],
      valueAt: () => start,
      keyAt: () => start,
    };
  }
  const faults: YamlFault[] = syntaxFaults(document, source, positionOf);
  const report: Report = (node, path, message) =>
    faults.push({ ...positionOf(node.range?.[0] ?? 0), path, message });
  const data = plainData(document, source, report);
  return {
    data,
    faults,
    isBroken: document.errors.some((error) => error.code !== "DUPLICATE_KEY"),
    isEmpty: (field) =>
      isMap(document.contents) && document.has(field) && hasNoValue(document.get(field, true)),
    valueAt: (path) => positionOf(offsetOf(document, path, "value")),
    keyAt: (path) => positionOf(offsetOf(document, path, "key")),
  };
}

/** `undefined` where the nesting exhausts the parser. */
function parse(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      // Not silent: that would drop all behind a line `...` without a word.
      logLevel: "error",
      schema: "core",
      merge: false,
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const IN_QUOTES =
  "Ein Text mit Doppelpunkt, #, Anführungszeichen oder [ { am Anfang gehört ganz in einfache Anführungszeichen: title: 'Integration: so geht es'";

const SYNTAX_MESSAGES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "Dieses Feld steht zweimal da. Erwartet wird es nur einmal.",
  TAB_AS_INDENT: "Hier ist mit einem Tabulator eingerückt. Erwartet werden Leerzeichen.",
  BAD_INDENT: "Die Einrückung stimmt nicht. Zusammengehörige Zeilen beginnen in derselben Spalte.",
  MISSING_CHAR: `Hier fehlt ein Zeichen, etwa der Doppelpunkt nach dem Feldnamen oder ein schließendes Anführungszeichen. ${IN_QUOTES}.`,
  BLOCK_AS_IMPLICIT_KEY: `Hier steht ein zweiter Doppelpunkt. ${IN_QUOTES}.`,
  BAD_SCALAR_START: `Mit diesem Zeichen kann ein Wert nicht beginnen. ${IN_QUOTES}.`,
  BAD_DQ_ESCAPE:
    "In doppelten Anführungszeichen hat \\ eine besondere Bedeutung. Erwartet werden einfache Anführungszeichen.",
  MULTIPLE_DOCS:
    "Darüber enden die Angaben mit einer Zeile ... oder ---; was ab hier steht, würde nicht gelesen. Bitte diese Zeile löschen.",
  BAD_ALIAS:
    "* am Anfang eines Wertes verweist auf einen Anker, den es nicht gibt. Der Wert gehört in einfache Anführungszeichen.",
};

function syntaxFaults(
  document: Document.Parsed,
  source: string,
  positionOf: (offset: number) => Position,
): YamlFault[] {
  const [first] = document.errors;
  const open = first && openAt(document, source, first.pos[0]);
  // Nothing behind it is what it seems.
  if (open !== undefined) return [{ ...positionOf(open), path: [], message: unclosed(source.charAt(open)) }];
  const seenLines = new Set<number>();
  return document.errors.flatMap((error) => {
    const position = positionOf(error.pos[0]);
    if (seenLines.has(position.line)) return [];
    seenLines.add(position.line);
    const message = SYNTAX_MESSAGES[error.code] ?? `Diese Zeile ist so nicht zu verstehen. ${IN_QUOTES}.`;
    return [{ ...position, path: [], message }];
  });
}

const CLOSING: Readonly<Record<string, string>> = { "'": "'", '"': '"', "[": "]", "{": "}" };

/** Where the innermost quotation mark or bracket opens that nothing closes before an offset: a fault shows far behind it. */
function openAt(document: Document.Parsed, source: string, offset: number): number | undefined {
  let open: number | undefined;
  visit(document, {
    Node: (_, { range }) => {
      const [start, end] = range ?? [0, 0];
      const closing = CLOSING[source.charAt(start)];
      const isClosed =
        closing === undefined || (end - start > 1 && source.slice(start, end).trimEnd().endsWith(closing));
      if (!isClosed && start <= offset && offset <= end) open = start;
    },
  });
  return open;
}

function unclosed(opening: string): string {
  return `Was hier mit ${opening} beginnt, hört nicht auf. Erwartet wird am Ende ${CLOSING[opening]}.`;
}

type Report = (node: Node, path: FieldPath, message: string) => void;

/** What YAML takes for a comment behind a field's name or value, and people for a hashtag. */
const HASHTAG = /^:?[ \t]+#(?=[^\s#-])(.*)/u;

function plainData(document: Document.Parsed, source: string, report: Report): unknown {
  const reportHashtag = (node: Node, behind: unknown, path: FieldPath) => {
    const start = isNode(behind) ? behind.range?.[1] : undefined;
    const unread = HASHTAG.exec(source.slice(start, node.range?.[2]))?.[1];
    if (unread === undefined) return;
    const message = `Ab # würde nichts gelesen, hier ${quoted(`#${unread}`)}. Bitte den ganzen Wert in einfache Anführungszeichen setzen, oder vor einer Anmerkung ein Leerzeichen hinter #.`;
    report(node, path, message);
  };
  const convert = (node: unknown, path: FieldPath): unknown => {
    if (!isNode(node)) return undefined;
    if (isAlias(node) || node.anchor !== undefined) {
      report(
        node,
        path,
        "Anker und Verweise (& und *) werden nicht gelesen. Erwartet wird der Wert selbst, notfalls in einfachen Anführungszeichen.",
      );
      return undefined;
    }
    if (node.tag !== undefined) {
      report(
        node,
        path,
        `Die Auszeichnung ${quoted(node.tag)} wird nicht gelesen. Erwartet wird der Wert ohne Ausrufezeichen davor.`,
      );
      return undefined;
    }
    if (path.length > DEEPEST) {
      report(node, path, "ist zu tief verschachtelt.");
      return undefined;
    }
    if (isScalar(node)) {
      reportHashtag(node, node, path);
      return plainScalar(node, path, report);
    }
    if (isSeq(node)) return node.items.map((item, index) => convert(item, [...path, index]));
    if (!isMap(node)) return undefined;
    const entries = node.items.flatMap(({ key, value }) => {
      const name = isScalar(key)
        ? typeof key.value === "string"
          ? key.value
          : (key.source ?? "")
        : undefined;
      if (name === undefined) {
        report(isNode(key) ? key : node, path, "Ein Feldname muss ein einfaches Wort sein.");
        return [];
      }
      if (isNode(key) && seen(name) !== name) {
        report(
          key,
          [...path, seen(name)],
          "Im Feldnamen steht ein unsichtbares Zeichen. Bitte den Namen neu tippen.",
        );
        return [];
      }
      if (isNode(value) && hasNoValue(value)) reportHashtag(value, key, [...path, name]);
      const plain = convert(value, [...path, name]);
      return plain === undefined ? [] : [[name, plain] as const];
    });
    return Object.fromEntries(entries);
  };
  return convert(document.contents, []);
}

/**
 * A name of a file as a value can have it.
 *
 * @example asValue("Plan\u00A012.pdf") → "Plan 12.pdf"
 */
export function asValue(name: string): string {
  return seen(name.replace(SPACE, " "));
}

/** A text without what cannot be seen in it, in Unicode form NFC. */
function seen(text: string): string {
  return text.replace(INVISIBLE, "").normalize("NFC");
}

/** A field with nothing behind it, be it quotation marks. */
function hasNoValue(node: unknown): boolean {
  return !isNode(node) || (isScalar(node) && (node.value === null || node.value === ""));
}

function plainScalar(
  node: { value: unknown; source?: string } & Node,
  path: FieldPath,
  report: Report,
): unknown {
  if (hasNoValue(node)) return undefined;
  if (typeof node.value === "boolean") return node.value;
  const text = typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
  if (/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/u.test(text)) {
    report(node, path, "enthält ein Steuerzeichen. Erwartet wird Text ohne \\x- oder \\u-Schreibweisen.");
    return undefined;
  }
  if (!text.isWellFormed()) {
    report(node, path, "enthält ein halbes Zeichen. Erwartet wird Text ohne \\u-Schreibweisen.");
    return undefined;
  }
  return seen(text);
}

/** Offset of the value or key at a path, or of the deepest ancestor that exists. */
function offsetOf(document: Document.Parsed, path: FieldPath, side: "key" | "value"): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isScalar(item.key) && String(item.key.source ?? item.key.value) === String(step),
      );
      if (pair === undefined) return offset;
      const key = isNode(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
      offset = isLast && side === "key" ? key : isNode(node) ? (node.range?.[0] ?? key) : key;
    } else if (isSeq(node) && typeof step === "number") {
      const item = node.items[step];
      if (!isNode(item)) return offset;
      node = item;
      offset = item.range?.[0] ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}
