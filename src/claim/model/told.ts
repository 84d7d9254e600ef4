import { hashText } from "../../sentence/core/name-hash.ts";
import type { Draft } from "../clause.ts";
import { parentsOf } from "../nest.ts";
import type { Range } from "../word.ts";

/** An attribution that the rules found, as the model looks at it: ranges of tokens. */
export interface Told {
  readonly cue: Range;
  readonly source: Range | null;
  readonly content: readonly Range[];
  /** Kind of the cue and how it stands in its clause, as hashes. */
  readonly kind: number;
  readonly form: number;
  /** Bit by bit: has a source, takes it from another clause, stands behind or in its content, lies in another's content, has no content. */
  readonly flags: number;
}

/** What the rules' drafts say, in their order. */
export function toldOf(drafts: readonly Draft[]): readonly Told[] {
  const nested = parentsOf(drafts.map(({ hit, contents }) => ({ cue: [hit.group], content: contents })));
  return drafts.map(
    ({ hit, source, contents, inherited, parenthetical }, at): Told => ({
      cue: hit.group,
      source: source?.range ?? null,
      content: contents,
      kind: hashText(hit.row.kind),
      form: hashText(hit.form),
      flags:
        (source ? 1 : 0) |
        (inherited ? 2 : 0) |
        (parenthetical ? 4 : 0) |
        (nested[at]! >= 0 ? 8 : 0) |
        (contents.length === 0 ? 16 : 0),
    }),
  );
}

/** The rules' attributions by tokens. */
export interface ToldAt {
  readonly told: readonly Told[];
  /** For each token the index of the attribution whose cue it belongs to, or -1. */
  readonly cue: Int32Array;
  /** 1 at the first token of a cue, 2 at its others. */
  readonly cueState: Uint8Array;
  /** The same for a source (1, 2) or content (4, 8) of any, bit by bit. */
  readonly roleState: Uint8Array;
}

function lay(state: Uint8Array, [from, to]: Range, begin: number, inside: number): void {
  for (let at = from; at < to; at++) state[at]! |= at === from ? begin : inside;
}

/** Lays attributions over `count` tokens. Contents within contents are laid no more than once a token for each bit: in time linear in the ranges. */
export function toldAt(count: number, told: readonly Told[]): ToldAt {
  const cue = new Int32Array(count).fill(-1);
  const cueState = new Uint8Array(count);
  const roleState = new Uint8Array(count);
  for (const [index, one] of told.entries()) {
    cue.fill(index, one.cue[0], one.cue[1]);
    cueState.fill(2, one.cue[0], one.cue[1]);
    cueState[one.cue[0]] = 1;
    if (one.source) lay(roleState, one.source, 1, 2);
    // What lies in another's content is laid with it.
    if ((one.flags & 8) === 0) for (const range of one.content) lay(roleState, range, 4, 8);
  }
  return { told, cue, cueState, roleState };
}

/** Roles that the rules give the words of a window for the cue at `range`: 0 none, 1 and 2 source, 3 and 4 content (begins, goes on); 5 everywhere where they have no such cue. */
export function toldRoles({ told, cue }: ToldAt, range: Range, [from, to]: Range): Uint8Array {
  const out = new Uint8Array(to - from);
  let index = -1;
  for (let at = range[0]; at < range[1] && index < 0; at++) index = cue[at]!;
  if (index < 0) return out.fill(5);
  const { source, content } = told[index]!;
  const mark = ([start, end]: Range, begin: number): void => {
    for (let at = Math.max(start, from); at < Math.min(end, to); at++)
      out[at - from] = at === start ? begin : begin + 1;
  };
  for (const each of content) mark(each, 3);
  if (source) mark(source, 1);
  return out;
}
