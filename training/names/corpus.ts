import { readFileSync } from "node:fs";
import { labelOf, nameKinds } from "../../src/sentence/core/name-kind.ts";

/** A document with its gold labels; `kinds` that its set does not know are masked. */
export interface LabelledDocument {
  readonly id: string;
  readonly words: readonly string[];
  readonly firstWord: readonly number[];
  /** BILOU labels of `src/sentence/core/name-kind.ts`. */
  readonly labels: Int32Array;
}

const kindOf: ReadonlyMap<string, number> = new Map(
  Object.entries({
    Person: "person",
    Location: "location",
    Organization: "organization",
    NORP: "norp",
    Date: "date",
    Money: "money",
    Facility: "facility",
    Product: "product",
    Misc: "misc",
    PER: "person",
    LOC: "location",
    ORG: "organization",
    MISC: "misc",
  }).map(([name, kind]) => [name, nameKinds.indexOf(kind as (typeof nameKinds)[number])]),
);

/** BIO tags ("B-Person", "I-Person", "O") of one sentence -> BILOU labels. An I of another kind begins a name, as the CoNLL rule has it. */
export function labelsOf(tags: readonly string[]): Int32Array {
  const labels = new Int32Array(tags.length);
  const kind = (at: number): number =>
    at < 0 || at >= tags.length || tags[at] === "O" ? -1 : (kindOf.get(tags[at]!.slice(2)) ?? -1);
  tags.forEach((tag, at) => {
    const own = kind(at);
    if (own < 0) return;
    const begins = tag[0] === "B" || kind(at - 1) !== own;
    const goesOn = kind(at + 1) === own && tags[at + 1]![0] === "I";
    labels[at] = labelOf(own, begins ? (goesOn ? "B" : "U") : goesOn ? "I" : "L");
  });
  return labels;
}

/** Reads a file of words and BIO tags in columns: TSV with -DOCSTART- lines (WorldWide), or numbered lines (WikiGold). */
export function readNames(path: string): readonly LabelledDocument[] {
  const documents: LabelledDocument[] = [];
  let id = path.replace(/^.*\//, "");
  let words: string[] = [];
  let tags: string[] = [];
  let firstWord: number[] = [];
  let from = 0;
  const closeSentence = (): void => {
    if (words.length > from) firstWord.push(from);
    from = words.length;
  };
  const closeDocument = (): void => {
    closeSentence();
    if (words.length > 0) {
      const labels = new Int32Array(words.length);
      firstWord.forEach((start, s) => labels.set(labelsOf(tags.slice(start, firstWord[s + 1] ?? words.length)), start));
      documents.push({ id, words, firstWord: [...firstWord, words.length], labels });
    }
    words = [];
    tags = [];
    firstWord = [];
    from = 0;
  };
  for (const line of readFileSync(path, "utf8").split(/\r?\n/)) {
    if (line.trim() === "") {
      closeSentence();
      continue;
    }
    const cells = line.split("\t");
    if (cells[0] === "-DOCSTART-") {
      closeDocument();
      id = cells[1] ?? id;
      continue;
    }
    // WikiGold marks no documents: twelve sentences are about one article's introduction.
    if (cells.length >= 3 && cells[0] === "0" && firstWord.length >= 12) closeDocument();
    const [form, tag] = cells.length >= 3 ? [cells[1]!, cells[2]!] : [cells[0]!, cells[1] ?? "O"];
    words.push(form.trim());
    tags.push(tag.trim());
  }
  closeDocument();
  return documents;
}

/** Share of the labels' names that `found` has: exact spans and kinds, over all documents. */
export interface NameScore {
  readonly gold: number;
  readonly found: number;
  readonly right: number;
}

export const f1 = ({ gold, found, right }: NameScore): number =>
  gold + found === 0 ? 0 : (200 * right) / (gold + found);
