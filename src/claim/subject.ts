import type { CueHit } from "./cue.ts";
import type { Reading } from "./reading.ts";
import type { SourcePhrase } from "./source.ts";
import { childOf, childrenOf, isVerbTag } from "./tree.ts";
import type { Sentence } from "./word.ts";

/** The subject of a verb by the tree. */
export interface Subject {
  /** Head of the noun phrase. */
  readonly node: number;
  /** The verb that has it: the cue's own, or one that the cue's is joined to or hangs on. */
  readonly verb: number;
  /** How the cue's verb comes to it. */
  readonly by: "own" | "coordinate" | "control" | "participle" | "noun";
}

const active: ReadonlySet<string> = new Set(["nsubj", "nsubj:outer"]);
const anySubject: ReadonlySet<string> = new Set(["nsubj", "nsubj:outer", "nsubj:pass"]);
const objects: ReadonlySet<string> = new Set(["obj", "iobj"]);
const agents: ReadonlySet<string> = new Set(["obl:agent"]);
/** Joins and controls are followed no further. */
const deepest = 5;

/** The subject of this verb alone, or -1: the nearest one before it in its own quotation, or, where a mark stands before the verb, one behind it. */
function ownSubject(
  { words, quoteOf }: Reading,
  verb: number,
  {
    labels,
    group,
    quotation,
  }: { readonly labels: ReadonlySet<string>; readonly group: number; readonly quotation: number },
): number {
  let left = -1;
  let right = -1;
  for (const child of childrenOf(words, verb)) {
    if (!labels.has(words.label[child]!)) continue;
    if (child < verb) {
      if (quoteOf[child] === quotation) left = child;
    } else if (right < 0 && quoteOf[child] === quotation) right = child;
  }
  const inverts = right >= 0 && (group === 0 || !/[\p{L}\p{N}]/u.test(words.lower[group - 1] ?? ""));
  return inverts || left < 0 ? right : left;
}

/** Who does what the verb at `verb` says, looked for at the verb itself, at what it is joined to and at what controls it; null where the tree has nobody. */
export function subjectOf(reading: Reading, verb: number, group: number): Subject | null {
  const { words } = reading;
  const quotation = reading.quoteOf[verb]!;
  let at = verb;
  let by: Subject["by"] = "own";
  for (let steps = 0; steps < deepest; steps++) {
    const own = ownSubject(reading, at, {
      labels: steps === 0 ? active : anySubject,
      group: steps === 0 ? group : at,
      quotation,
    });
    if (own >= 0) return { node: own, verb: at, by };
    const up = words.head[at]!;
    if (up < 0) return null;
    const label = words.label[at]!;
    if (label === "conj") {
      if (!isVerbTag(words, up) && words.upos[up] !== "ADJ") return null;
      // "Said there was a gain but warning": a participle is no partner of a finite verb.
      if (words.xpos[at] === "VBG" && words.xpos[up] !== "VBG") return null;
      if (by === "own") by = "coordinate";
    } else if (label === "xcomp") {
      const told = childOf(words, up, objects);
      if (told >= 0 && told < at) return { node: told, verb: up, by: "control" };
      if (by === "own") by = "control";
    } else if (label === "advcl" && words.xpos[at] === "VBG") by = "participle";
    else if ((label === "acl" || label === "acl:relcl") && words.xpos[at] === "VBG" && words.upos[up] !== "VERB")
      return { node: up, verb: at, by: "noun" };
    else return null;
    at = up;
  }
  return null;
}

/** Who does what a passive verb says ("by the ministry"), or -1. */
export const agentOf = ({ words }: Reading, verb: number): number => childOf(words, verb, agents);

/** Subject of a passive: what is said or who is told; -1 where there is none. */
export function passiveSubjectOf({ words }: Reading, verb: number): number {
  let at = verb;
  for (let steps = 0; steps < deepest; steps++) {
    const own = childOf(words, at, anySubject);
    if (own >= 0) return own;
    const up = words.head[at]!;
    if (up < 0) return -1;
    if (words.label[at] === "acl" && words.upos[up] !== "VERB") return up;
    if (words.label[at] !== "conj" && words.label[at] !== "xcomp") return -1;
    at = up;
  }
  return -1;
}

/** Dependents of a noun that belong to what it names. */
const inPhrase =
  /^(?:det|det:predet|amod|compound|nummod|nmod|nmod:poss|nmod:desc|nmod:unmarked|flat|fixed|conj|cc:preconj|appos|acl|acl:relcl|case|advmod|dep|list)$/;
const inserted = /^(?:appos|acl|acl:relcl|nmod:unmarked|nmod:desc|parataxis)$/;
const isComma = (word: string | undefined): boolean => word === "," || word === "—" || word === "--" || word === "–";

/** The longest phrase that is a source, in tokens. */
const longest = 70;

/** The noun phrase with its head at `node` as a source of the cue; null where it is none. `case` words before it are left out. */
export function phraseOf(reading: Reading, node: number, sentence: Sentence, hit: CueHit): SourcePhrase | null {
  const { words, quoteOf } = reading;
  const { lower, time } = words;
  const [groupFrom, groupTo] = hit.group;
  const before = node < hit.head;
  if (/^(?:who|which|that|whom)$/.test(lower[node]!) && words.upos[node] !== "DET")
    return { range: [node, node + 1], core: [node, node + 1] };
  let from = node;
  let to = node + 1;
  let core = -1;
  let closes = false;
  for (const child of childrenOf(words, node)) {
    const label = words.label[child]!;
    const first = words.subtreeFrom[child]!;
    const last = words.subtreeTo[child]!;
    if (child < node) {
      if (label === "case" || label === "punct" || label === "cc" || label === "mark" || !inPhrase.test(label)) {
        if (from > child) from = node;
        continue;
      }
      if (label === "advmod" && isComma(lower[last])) continue;
      if (last <= node + 1 && first < from) from = Math.min(from, first);
      continue;
    }
    if (label === "punct" || label === "case") continue;
    if (!inPhrase.test(label)) break;
    const comma = isComma(lower[first - 1]);
    if (label === "nmod" && comma) break;
    if (label === "nmod" && time[child] === 1) break;
    if (label === "advmod") break;
    // "Accused by the league | of arming": what is said hangs on the verb.
    if (!before && label === "acl" && /^(?:of|for|that)$/.test(lower[first]!)) break;
    if (before && last > groupFrom) break;
    if (first <= hit.head && hit.head < last) break;
    if (!before && quoteOf[first] !== quoteOf[node]) break;
    if (inserted.test(label) && (comma || label === "acl" || label === "acl:relcl") && core < 0)
      core = comma ? first - 1 : first;
    if (comma && label !== "conj") closes = true;
    to = Math.max(to, last);
  }
  // Title and name are two subjects to the parser at times ("director James Comey").
  for (
    let other = words.head[node]! < 0 ? -1 : words.firstChild[words.head[node]!]!;
    other >= 0 && other < node;
    other = words.nextSibling[other]!
  ) {
    const end = words.subtreeTo[other]!;
    if (
      anySubject.has(words.label[other]!) &&
      other >= sentence.from &&
      quoteOf[other] === quoteOf[node] &&
      /^(?:NOUN|PROPN|NUM)$/.test(words.upos[other]!) &&
      (end === from ||
        ((end === from - 1 || words.upos[other] === "NUM") &&
          lower[from - 1] === "," &&
          /^(?:NOUN|NUM)$/.test(words.upos[other]!) &&
          words.upos[node] === "PROPN"))
    ) {
      closes ||= lower[from - 1] === ",";
      from = words.subtreeFrom[other]!;
    }
  }
  // "'s" and marks that hang on the phrase's end.
  if (/^(?:'s|'|’)$/.test(lower[to] ?? "") && words.head[to]! >= from && words.head[to]! < to) to++;
  from = Math.max(from, sentence.from, before ? 0 : groupTo);
  to = Math.min(to, sentence.to, before ? groupFrom : sentence.to);
  while (
    to - 1 > node &&
    (/^(?:[,.;:—–-]|--)$/.test(lower[to - 1]!) || (time[to - 1] === 1 && words.head[to - 1] === node))
  )
    to--;
  // "Said X, who fled in May, | on Friday".
  if (!before)
    for (let at = to - 1; at > node && (time[at] === 1 || /^(?:on|in|late|early)$/.test(lower[at]!)); at--)
      if (lower[at - 1] === ",") to = at - 1;
  if (from > node || to <= node || to - from > longest) return null;
  if (quoteOf[from] !== quoteOf[node] && quoteOf[hit.head]! >= 0) return null;
  if (core < 0 || core > to) core = to;
  // The annotation of PolNeAR keeps the comma that closes an insertion.
  if (before && closes && lower[to] === "," && to < groupFrom) to++;
  return { range: [from, to], core: [from, core] };
}
