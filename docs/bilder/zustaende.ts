import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  isHidden,
  RELEASE_STATES,
  type ReleaseState,
  TRANSITIONS,
  type Transition,
} from "../../src/domain/release-state.ts";
import { type XmlElement, xmlDocument } from "../../src/outputs/xml.ts";

/** Where the picture lies. */
export const DIAGRAM = fileURLToPath(new URL("zustaende.svg", import.meta.url));

type Point = { readonly x: number; readonly y: number };

/** Column and row of each state. */
const PLACES: Readonly<Record<ReleaseState, Point>> = {
  draft: { x: 0, y: 0 },
  embargoed: { x: 1, y: 0 },
  scheduled: { x: 0, y: 1 },
  published: { x: 0, y: 2 },
  "corrected-minor": { x: 1, y: 2 },
  "corrected-significant": { x: 2, y: 2 },
  withdrawn: { x: 1, y: 3 },
};

const LEGEND = [
  "Gestrichelt: Die Redaktion ändert die Datei.",
  "Durchgezogen: Der genannte Zeitpunkt",
  "ist gekommen. Liegt er schon zurück,",
  "geht es sofort weiter.",
  "Gestrichelter Rand: Niemand sieht etwas.",
];

/** All lengths are in SVG units. */
const [WIDTH, HEIGHT] = [1000, 500];
const BOX: Point = { x: 180, y: 52 };
const STEP: Point = { x: 390, y: 125 };
const FIRST: Point = { x: 110, y: 55 };
const BEND = 150;

/** Light and dark with a ground of its own, so that it can be read on any page. */
const STYLE = `
text { font: 15px system-ui, sans-serif; fill: #14212b; text-anchor: middle; }
.ground { fill: #ffffff; }
.state { fill: #e3f0f8; stroke: #00517a; stroke-width: 2; }
.hidden { fill: #f3f3f3; stroke: #55606a; stroke-dasharray: 6 4; }
.way { fill: none; stroke: #14212b; stroke-width: 1.5; marker-end: url(#spitze); }
.by-hand { stroke-dasharray: 6 4; }
.tip { fill: #14212b; }
.cause { font-size: 13px; stroke: #ffffff; stroke-width: 5; paint-order: stroke; }
.legend { font-size: 13px; text-anchor: start; }
@media (prefers-color-scheme: dark) {
text, .tip { fill: #eef3f6; }
.ground { fill: #10181e; }
.state { fill: #0d3a52; stroke: #7cc4ea; }
.hidden { fill: #2a3238; stroke: #a7b2ba; }
.way { stroke: #eef3f6; }
.cause { stroke: #10181e; }
}
`;

/** The machine of `release-state.ts` as a picture for the handbook, in German. */
export function stateDiagram(): string {
  const states = Object.keys(RELEASE_STATES) as ReleaseState[];
  return xmlDocument({
    svg: {
      "@_xmlns": "http://www.w3.org/2000/svg",
      "@_viewBox": `0 0 ${WIDTH} ${HEIGHT}`,
      "@_role": "img",
      "@_aria-labelledby": "titel beschreibung",
      title: { "@_id": "titel", "#text": "Die Zustände einer Pressemitteilung" },
      desc: { "@_id": "beschreibung", "#text": TRANSITIONS.map(inWords).join(" ") },
      style: STYLE,
      defs: {
        marker: {
          "@_id": "spitze",
          "@_viewBox": "0 0 10 10",
          "@_refX": 9,
          "@_refY": 5,
          "@_markerWidth": 8,
          "@_markerHeight": 8,
          "@_orient": "auto",
          path: { "@_class": "tip", "@_d": "M0 0 10 5 0 10z" },
        },
      },
      rect: { "@_class": "ground", "@_width": WIDTH, "@_height": HEIGHT },
      g: [...TRANSITIONS.map(way), ...states.map(box), legend()],
    },
  });
}

function inWords({ from, to, cause }: Transition): string {
  return `Von „${RELEASE_STATES[from].label}“ zu „${RELEASE_STATES[to].label}“: ${cause}.`;
}

function centre(state: ReleaseState): Point {
  const { x, y } = PLACES[state];
  return { x: FIRST.x + x * STEP.x, y: FIRST.y + y * STEP.y };
}

function box(state: ReleaseState): XmlElement {
  const { x, y } = centre(state);
  return {
    rect: {
      "@_class": isHidden(state) ? "state hidden" : "state",
      "@_x": x - BOX.x / 2,
      "@_y": y - BOX.y / 2,
      "@_width": BOX.x,
      "@_height": BOX.y,
      "@_rx": 6,
    },
    text: { "@_x": x, "@_y": y + 5, "#text": RELEASE_STATES[state].label },
  };
}

function way({ from, to, cause, at }: Transition): XmlElement {
  const [start, end] = [centre(from), centre(to)];
  const isOverAnother = start.y === end.y && Math.abs(end.x - start.x) > STEP.x;
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 - (isOverAnother ? BEND : 0) };
  const [first, last] = [edge(start, middle), edge(end, middle)];
  return {
    path: {
      "@_class": at === undefined ? "way by-hand" : "way",
      "@_d": `M${first.x} ${first.y}Q${middle.x} ${middle.y} ${last.x} ${last.y}`,
    },
    text: {
      "@_class": "cause",
      "@_x": middle.x,
      "@_y": isOverAnother ? middle.y + BEND / 2 - 22 : middle.y - 8,
      "#text": cause,
    },
  };
}

/** Where the line from the centre of a box towards a point leaves the box. */
function edge(of: Point, towards: Point): Point {
  const [x, y] = [towards.x - of.x, towards.y - of.y];
  const share = Math.min(BOX.x / 2 / Math.abs(x || 1e-9), BOX.y / 2 / Math.abs(y || 1e-9));
  return { x: Math.round(of.x + x * share), y: Math.round(of.y + y * share) };
}

function legend(): XmlElement {
  const { x, y } = { x: FIRST.x + 1.5 * STEP.x, y: FIRST.y - 10 };
  return {
    text: LEGEND.map((line, index) => ({
      "@_class": "legend",
      "@_x": x,
      "@_y": y + index * 20,
      "#text": line,
    })),
  };
}

if (import.meta.main) writeFileSync(DIAGRAM, stateDiagram());
