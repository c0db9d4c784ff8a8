import type { Mend, Unit } from "./page.ts";

/** What became of a unit: the field it went into, or why it went nowhere. */
export type Fate = { readonly field: string } | { readonly lost: string };

/** A remark for the report on how a field was read. */
export type Remark = { readonly field: string; readonly what: string; readonly isGuess: boolean };

/**
 * The units of one release while it is read. Each rule takes the units it understands and says what they are; what
 * no rule takes before the title goes nowhere and is told, what no rule takes behind it is the text. So nothing is
 * dropped without a word.
 */
export class Sheet {
  readonly units: readonly Unit[];
  readonly remarks: Remark[] = [];
  readonly mends: Mend[] = [];
  readonly #fates = new Map<Unit, Fate>();
  readonly #places: ReadonlyMap<Unit, number>;

  constructor(units: readonly Unit[]) {
    this.units = units;
    this.#places = new Map(units.map((unit, place) => [unit, place]));
  }

  /** The units that no rule has taken yet, in reading order. */
  get open(): Unit[] {
    return this.units.filter((unit) => !this.#fates.has(unit));
  }

  isOpen(unit: Unit | undefined): unit is Unit {
    return unit !== undefined && !this.#fates.has(unit);
  }

  /** Takes units for a field. */
  place(field: string, ...units: readonly Unit[]): void {
    for (const unit of units) this.#fates.set(unit, { field });
  }

  /** Takes units that go nowhere. */
  lose(why: string, ...units: readonly Unit[]): void {
    for (const unit of units) this.#fates.set(unit, { lost: why });
  }

  remark(field: string, what: string, isGuess = true): void {
    this.remarks.push({ field, what, isGuess });
  }

  fateOf(unit: Unit): Fate {
    return this.#fates.get(unit) ?? { lost: "keiner Regel bekannt" };
  }

  /** Place of a unit in reading order, from 0. */
  placeOf(unit: Unit): number {
    return this.#places.get(unit) ?? -1;
  }

  /** The unit right before one, taken or not; pictures are passed over. */
  before(unit: Unit): Unit | undefined {
    let place = this.placeOf(unit) - 1;
    while (this.units[place]?.kind === "picture") place -= 1;
    return this.units[place];
  }
}
