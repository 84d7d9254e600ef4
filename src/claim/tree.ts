import type { Named } from "../model/mention.ts";

/** What the language core says of a document's tokens. Every list has one entry a token; where the core has not read, tags are "" and heads -1. */
export interface Tree {
  /** Universal part of speech. */
  readonly upos: readonly string[];
  /** Penn Treebank tag. */
  readonly xpos: readonly string[];
  readonly lemma: readonly string[];
  /** Index of the head among the document's tokens; -1 for a root. */
  readonly head: Int32Array;
  /** Relation to the head (Universal Dependencies). */
  readonly label: readonly string[];
  /** Index of the first dependent in text order, or -1; the others follow by `nextSibling`. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** First token of the subtree, and the one behind its last. */
  readonly subtreeFrom: Int32Array;
  readonly subtreeTo: Int32Array;
}

/** Trees of a page's sentences, in time linear in its tokens. */
export function treeOf(named: Named): Tree {
  const { tokens, firstToken } = named;
  const count = tokens.length;
  const upos: string[] = [];
  const xpos: string[] = [];
  const lemma: string[] = [];
  const label: string[] = [];
  const head = new Int32Array(count).fill(-1);
  const subtreeFrom = new Int32Array(count);
  const subtreeTo = new Int32Array(count);
  let sentence = 0;
  for (let at = 0; at < count; at++) {
    const token = tokens[at]!;
    while (sentence + 1 < firstToken.length && firstToken[sentence + 1]! <= at) sentence++;
    upos.push(token.upos ?? "");
    xpos.push(token.xpos ?? "");
    lemma.push(token.lemma ?? "");
    label.push(token.deprel ?? "");
    if (token.head !== null && token.head > 0) head[at] = firstToken[sentence]! + token.head - 1;
    subtreeFrom[at] = at;
    subtreeTo[at] = at + 1;
  }
  const firstChild = new Int32Array(count).fill(-1);
  const nextSibling = new Int32Array(count).fill(-1);
  const open = new Int32Array(count);
  for (let at = count - 1; at >= 0; at--) {
    const up = head[at]!;
    if (up < 0) continue;
    nextSibling[at] = firstChild[up]!;
    firstChild[up] = at;
    open[up]!++;
  }
  // From the leaves upwards; what is no leaf waits until its last dependent has been passed.
  for (let leaf = 0; leaf < count; leaf++) {
    if (firstChild[leaf]! >= 0) continue;
    for (let at = leaf; head[at]! >= 0; at = head[at]!) {
      const up = head[at]!;
      subtreeFrom[up] = Math.min(subtreeFrom[up]!, subtreeFrom[at]!);
      subtreeTo[up] = Math.max(subtreeTo[up]!, subtreeTo[at]!);
      open[up]!--;
      if (open[up]! > 0) break;
    }
  }
  return { upos, xpos, lemma, head, label, firstChild, nextSibling, subtreeFrom, subtreeTo };
}

/** How many dependents of one word are looked at, so that a sentence of any length costs linear time. */
const widest = 60;

/** The first dependent whose label is one of `labels`, or -1. */
export function childOf(tree: Tree, at: number, labels: ReadonlySet<string>): number {
  let child = tree.firstChild[at]!;
  for (let seen = 0; child >= 0 && seen < widest; seen++) {
    if (labels.has(tree.label[child]!)) return child;
    child = tree.nextSibling[child]!;
  }
  return -1;
}

/** Dependents in text order; no more than a sentence of news has. */
export function childrenOf({ firstChild, nextSibling }: Tree, at: number): readonly number[] {
  const out: number[] = [];
  for (let child = firstChild[at]!; child >= 0 && out.length < widest; child = nextSibling[child]!) out.push(child);
  return out;
}

/** Is the token a verb's form by its tag? */
export const isVerbTag = ({ xpos }: Tree, at: number): boolean => (xpos[at] ?? "").startsWith("VB");

/** The head of the predicate that the verb belongs to: the adjective of a copula, else itself. */
export const predicateOf = ({ label, head }: Tree, verb: number): number =>
  label[verb] === "cop" ? head[verb]! : verb;

/** Has the language core read the token? */
export const isTagged = ({ upos }: Tree, at: number): boolean => (upos[at] ?? "") !== "";
