import { type Id, id } from "../model/id.ts";

/** Letter of each kind of id that leaves a case: document "d12", revision "r14", decision "n3", link "l7", story "t7". */
const letters = { document: "d", revision: "r", decision: "n", link: "l", story: "t" } as const;

/** A kind of thing with an id that leaves the case. Such ids are never given a second time, not even after `forget`. */
export type Public = keyof typeof letters;

/** Row number -> public id: `publicId("document", 12)` is "d12". */
export const publicId = <Kind extends Public>(kind: Kind, row: number): Id<Kind> => id<Kind>(`${letters[kind]}${row}`);

/** Public id -> row number; null where `text` is not an id of that kind. */
export function rowOf(kind: Public, text: string): number | null {
  if (!text.startsWith(letters[kind]) || !/^[1-9]\d{0,14}$/.test(text.slice(1))) return null;
  return Number(text.slice(1));
}

/** An end of a link: `reading.localId`, "14.a1". Null where `text` has another form. */
export function linkEnd(text: string): { readonly reading: number; readonly id: string } | null {
  const dot = text.indexOf(".");
  const reading = text.slice(0, Math.max(dot, 0));
  const local = text.slice(dot + 1);
  return /^[1-9]\d{0,14}$/.test(reading) && local !== "" ? { reading: Number(reading), id: local } : null;
}
