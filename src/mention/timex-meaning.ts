import type { CalendarUnit } from "./calendar.ts";

/** Which stretch a word such as "last" picks, counted from the one that holds the day it starts from. */
export type Pick = -1 | 0 | 1;

/** The year of an expression: printed, counted from the anchor ("April last year"), the reference's ("that year"), or not told. */
export type YearOf =
  | { readonly kind: "printed"; readonly year: number; readonly bc: boolean }
  | { readonly kind: "shift"; readonly count: number }
  | { readonly kind: "reference"; readonly count: number }
  | null;

/** What the words of a time expression say by themselves, before any anchor. */
export type Meaning =
  /** A value that needs no anchor: "2021-11-12", "199", "PAST_REF", "P2D", "XXXX-WXX-5". */
  | { readonly kind: "value"; readonly type: "DATE" | "TIME" | "DURATION" | "SET"; readonly value: string }
  | {
      readonly kind: "day";
      readonly month: number;
      readonly day: number;
      readonly last: number | null;
      readonly year: YearOf;
    }
  | { readonly kind: "month"; readonly month: number; readonly year: YearOf; readonly pick: Pick | null }
  /** A quarter, half or season: "Q3", "H1", "SU". */
  | { readonly kind: "part"; readonly part: string; readonly year: YearOf; readonly pick: Pick | null }
  | { readonly kind: "year"; readonly year: YearOf }
  /** `week`: the week that is named with it ("Friday next week"). */
  | { readonly kind: "weekday"; readonly weekday: number; readonly pick: Pick | null; readonly week: Pick | null }
  /** "the weekend": the last that has begun, or the next. */
  | { readonly kind: "weekend" }
  /** So many units before or after the anchor or the reference, told at the grain of `unit`. */
  | {
      readonly kind: "shift";
      readonly unit: CalendarUnit;
      readonly count: number;
      readonly from: "anchor" | "reference";
    }
  /** A time of day without its day. */
  | { readonly kind: "clock"; readonly time: string };

/** Words of a time expression with their meaning; `time` is a part or a time of the day that goes with it: "TEV", "T10:30". */
export interface Expression {
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning;
  readonly time: string | null;
}

/** Named groups of a match. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** One way to write a time. `read` gives null where the words are no time after all. */
export interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, matched: string) => Meaning | null;
}
