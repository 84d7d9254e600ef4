import type { AnnotatedDocument } from "../model/annotation.ts";
import type { BlockKind } from "../model/block.ts";
import type { Amount, Profile, Weighed } from "../model/story.ts";
import type { Rarity } from "./rarity.ts";
import { type Piece, piecesOf, termOf } from "./word.ts";

/** So many of each are kept, the heaviest: with more, stories are found no better. */
const most = {
  terms: 160,
  names: 48,
  pairs: 80,
  people: 40,
  places: 24,
  numbers: 40,
  amounts: 40,
  days: 24,
  printed: 40,
} as const;
/** Part of the weight of a word that stands first; what follows weighs less, as reports put the news first. */
const leadWeight = 0.7;
const leadWords = 60;
/** A word of a title that is not in the text counts so many times. */
const titleWeight = 2;
/** Words of names weigh more than other words as rare. */
const nameWeight = 1.6;
const yearWeight = 0.5;
/** A pair is made of words that are rarer than this. */
const leastRarity = 1.2;

const unread: ReadonlySet<BlockKind> = new Set<BlockKind>(["byline", "credit", "teaser", "furniture"]);
const isYear = (term: string): boolean => /^(?:19|20)\d\d$/.test(term);

/** Counts of one document, before they are weighed. */
interface Counts {
  readonly terms: Map<string, number>;
  readonly names: Map<string, number>;
  readonly pairs: Map<string, number>;
  readonly forms: Map<string, string>;
  /** Terms that stand in the name of somebody who is not known to be public. */
  readonly hidden: Set<string>;
}

const more = (counts: Map<string, number>, key: string, by: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

/** Tells for rising offsets whether they lie in one of `ranges`, which are in order. */
function within(ranges: readonly { readonly start: number; readonly end: number }[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while (next < ranges.length && ranges[next]!.end <= at) next++;
    return next < ranges.length && ranges[next]!.start <= at;
  };
}

function countPieces(counts: Counts, pieces: Iterable<Piece>, rarity: Rarity, weightAt: (piece: Piece) => Place): void {
  let last: string | null = null;
  let lastEnd = 0;
  for (const piece of pieces) {
    const { weight, named, hidden } = weightAt(piece);
    const term = termOf(piece.form);
    if (weight === 0 || term === "") continue;
    more(counts.terms, term, weight);
    if (named) more(counts.names, term, weight);
    if (hidden) counts.hidden.add(term);
    else if (!counts.forms.has(term)) counts.forms.set(term, piece.form.replace(/['’]s$/, ""));
    if (rarity(term) > leastRarity) {
      if (last !== null && piece.start - lastEnd <= 2) more(counts.pairs, `${last} ${term}`, 1);
      last = term;
      lastEnd = piece.end;
    } else last = null;
  }
}

interface Place {
  /** 0: not read. */
  readonly weight: number;
  readonly named: boolean;
  readonly hidden: boolean;
}

function countsOf({ text, meta, blocks, mentions, actors }: AnnotatedDocument, rarity: Rarity): Counts {
  const counts: Counts = {
    terms: new Map(),
    names: new Map(),
    pairs: new Map(),
    forms: new Map(),
    hidden: new Set(),
  };
  const hidden = new Set(actors.filter((one) => one.kind === "person" && one.public !== true).map(({ id }) => id));
  const names = mentions.filter((one) => one.form === "name").toSorted((one, other) => one.start - other.start);
  const isName = within(names);
  const isHidden = within(
    names.filter((one) => one.kind === "person" && (one.actor === null || hidden.has(one.actor))),
  );
  const isUnread = within(blocks.filter((one) => unread.has(one.kind)));
  const isTitle = within(blocks.filter((one) => one.kind === "title"));
  let words = 0;
  countPieces(counts, piecesOf(text), rarity, ({ start }) => {
    const place = { named: isName(start), hidden: isHidden(start) };
    if (isUnread(start)) return { weight: 0, ...place };
    words++;
    return { weight: isTitle(start) ? titleWeight : 1 + leadWeight * Math.exp(-words / leadWords), ...place };
  });
  if (meta.title !== null && !text.includes(meta.title)) {
    countPieces(counts, piecesOf(meta.title), rarity, ({ form }) => {
      const term = termOf(form);
      return { weight: titleWeight, named: false, hidden: counts.hidden.has(term) };
    });
  }
  return counts;
}

/** The heaviest, scaled to length 1; equal ones in the order of the terms, so that no order of counting shows. */
function weighed(counts: ReadonlyMap<string, number>, weightOf: (term: string) => number, limit: number): Weighed[] {
  const all = [...counts]
    .map(([term, count]) => [term, (1 + Math.log(Math.max(1, count))) * weightOf(term)] as const)
    .filter(([, weight]) => weight > 0.05)
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .slice(0, limit);
  const length = Math.hypot(...all.map(([, weight]) => weight));
  return all.map(([term, weight]) => [term, Number((weight / length).toPrecision(4))]);
}

const distinct = (values: Iterable<string>, limit: number): readonly string[] => [...new Set(values)].slice(0, limit);

/** Units that every report may count in. */
const common = /^(?:dollar|euro|pound|per ?cent|year|day|month|week|hour|minute|people|person|time)\b/;
/** What is told in other numbers from day to day, and by those who do not agree: it says nothing against one story. The captured and the deployed are told once. */
const changing: ReadonlySet<string> = new Set(["killed", "wounded", "casualties", "missing", "displaced", "rescued"]);

const amountsOf = ({ quantities }: AnnotatedDocument): readonly Amount[] =>
  quantities
    .flatMap(({ unit, value, of }) =>
      unit === null || value === null || (of !== null && changing.has(of)) || common.test(unit)
        ? []
        : [[unit, value] as const],
    )
    .slice(0, most.amounts);

/** Days by month and day: a text without a day of publication names them without a year. */
const daysOf = ({ timexes }: AnnotatedDocument): readonly string[] =>
  distinct(
    timexes.flatMap(({ type, value }) => {
      const day = type === "DATE" || type === "TIME" ? /^[\dX]{4}-(\d\d-\d\d)/.exec(value ?? "") : null;
      return day ? [day[1]!] : [];
    }),
    most.days,
  );

/**
 * What a document is compared by. Made of its newest reading alone; furniture, bylines, credits and teasers are not read.
 * Names of private persons are among the terms, as other words are, and are never printed.
 */
export function profileOf(annotation: AnnotatedDocument, rarity: Rarity): Profile {
  const counts = countsOf(annotation, rarity);
  const { meta, actors, places } = annotation;
  const terms = weighed(
    counts.terms,
    (term) => rarity(term) * (counts.names.has(term) ? nameWeight : 1) * (isYear(term) ? yearWeight : 1),
    most.terms,
  );
  const persons = actors.filter((one) => one.kind === "person" && one.named);
  const years = [...counts.terms.keys()].filter(isYear).map(Number);
  const published = meta.publishedRange;
  return {
    terms,
    names: weighed(counts.names, rarity, most.names),
    pairs: weighed(
      counts.pairs,
      (pair) => rarity(pair.slice(0, pair.indexOf(" "))) + rarity(pair.slice(pair.indexOf(" ") + 1)),
      most.pairs,
    ),
    people: distinct(
      persons.map(({ name }) => termOf(name.slice(name.lastIndexOf(" ") + 1))).filter((term) => term !== ""),
      most.people,
    ),
    places: distinct(
      places.filter((one) => one.precision !== "country").map((one) => String(one.geonames ?? one.name)),
      most.places,
    ),
    numbers: distinct(
      terms.map(([term]) => term).filter((term) => /^\d{2,}$/.test(term) && !isYear(term)),
      most.numbers,
    ),
    amounts: amountsOf(annotation),
    days: daysOf(annotation),
    year: published ? Number(published[1].slice(0, 4)) : years.length > 0 ? Math.max(...years) : null,
    published,
    printed: terms
      .filter(([term]) => !counts.hidden.has(term) && counts.forms.has(term) && !/^\d/.test(term))
      .slice(0, most.printed)
      .map(([term]) => [term, counts.forms.get(term)!] as const),
  };
}
