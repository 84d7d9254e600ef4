import type { Candidate } from "./place-candidate.ts";
import type { Within } from "./place-within.ts";

/** A name of a document, with all that the document tells of what it means there. */
export interface NameSense {
  /** What tells it from other names; two senses of one name do not speak for each other. */
  readonly key: string;
  readonly candidates: readonly Candidate[];
  readonly within: readonly Within[];
  /** How often it stands in the document. */
  readonly count: number;
}

/** What a document tells beside the names of its places. */
export interface GroundContext {
  /** ISO code -> how often its people, its government or its bodies are named, its own name apart. */
  readonly countries: ReadonlyMap<string, number>;
  /** GeoNames' first-level code with the country's -> how often it is named. */
  readonly regions: ReadonlyMap<string, number>;
}

/** The place that a name means in a document. */
export interface Sense {
  readonly candidate: Candidate;
  /** Share of the right ones among choices that are as clear as this one, 0 to 1. */
  readonly score: number;
  readonly by: string;
}

/** Distance in kilometres on a sphere, flat between near points: the error is below 1 % up to 500 km off the poles. */
export function kilometres(one: Candidate, other: Candidate): number {
  if (one.lat === null || one.lon === null || other.lat === null || other.lon === null) return Number.POSITIVE_INFINITY;
  const east = Math.abs(one.lon - other.lon);
  const x = (east > 180 ? 360 - east : east) * Math.cos(((one.lat + other.lat) * Math.PI) / 360);
  return 111.2 * Math.hypot(x, one.lat - other.lat);
}

// Weights, set by hand. One unit is a factor of ten in population: a town of 100,000 is meant as often as ten of 10,000 together.
const countryPrior = 8.2;
const widePrior = 7.5;
/** In news a capital or a seat is named more often than its people are many. */
const levelBonus = { city: 0, seat: 0.3, capital: 0.8, region: -0.3, district: -1, section: -0.7 } as const;
const aliasLoss = 1;
const countryShare = 2.2;
const countryNamed = 0.5;
const regionNamed = 1.6;
const regionHeld = 1;
const regionShare = 0.8;
/** A place that the gazetteer lacks: what an unlikely small place has to beat. */
const unlisted = 3;
/** Options so near each other are one place for a reader: a town and its district. */
const samePlaceKilometres = 60;
/** What one other place nearby adds, and what all may add together. */
const nearWeight = 1;
/** One neighbour alone may be chance. */
const lonelyWeight = 0.6;
const mostNear = 3;
const nearKilometres = 80;
/** How sharply a difference of one unit decides. */
const sharpness = 1.6;
const rounds = 3;
/** So many names help to place the others, and so many candidates each; bounds the work on lists of thousands. */
const mostAnchors = 40;
const mostCandidates = 12;

export function priorOf({ level, population, alias }: Candidate): number {
  if (level === "country") return countryPrior;
  if (level === "wide") return widePrior;
  const size = Math.log10(population + 300) + levelBonus[level];
  if (level === "region") return alias ? size : Math.max(size, 5);
  return size - (alias ? aliasLoss : 0);
}

/** Is the place in the ground that was named behind it? A holder that is a town holds what is near it. */
function isWithin(one: Candidate, holder: Candidate): boolean {
  if (one === holder || (one.name === holder.name && one.level === holder.level && one.country === holder.country))
    return false;
  if (holder.level === "country") return one.country === holder.country && one.level !== "country";
  if (holder.level === "region") {
    if (holder.region !== null) return one.region === holder.region && one.level !== "region";
    return one.country === holder.country && kilometres(one, holder) < 400;
  }
  if (holder.level === "district") return one.region === holder.region && kilometres(one, holder) < 60;
  return kilometres(one, holder) < 40 && one.level !== "region" && one.population <= holder.population;
}

interface Weighed {
  readonly candidate: Candidate;
  readonly prior: number;
  country: number;
  region: number;
  near: number;
  neighbours: number;
  share: number;
}

interface Open {
  readonly sense: NameSense;
  readonly options: readonly Weighed[];
  /** The name of the holder that settles it, or null. */
  readonly within: string | null;
}

/** The candidates that lie in the ground named behind a name; none where that is no holder of theirs but the next of a list. */
export function heldBy(candidates: readonly Candidate[], within: Within): readonly Candidate[] {
  const [first] = candidates.toSorted((a, b) => priorOf(b) - priorOf(a));
  // "Kansas, Missouri and Ohio" is a list; "Punjab, Pakistan" is none.
  const isList = !within.short && (first?.level === "region" || first?.level === "country" || first?.level === "wide");
  return candidates.filter((one) =>
    within.holders.some(
      (holder) => isWithin(one, holder) && (!isList || (one.level === "region" && holder.level === "country")),
    ),
  );
}

function openOf(sense: NameSense): Open {
  let candidates = sense.candidates;
  let within: string | null = null;
  for (const one of sense.within) {
    const inside = heldBy(candidates, one);
    if (inside.length === 0) continue;
    candidates = inside;
    within = one.name;
    break;
  }
  const options = candidates
    .map(
      (candidate): Weighed => ({
        candidate,
        prior: priorOf(candidate),
        country: 0,
        region: 0,
        near: 0,
        neighbours: 0,
        share: 0,
      }),
    )
    .sort((a, b) => b.prior - a.prior);
  return { sense, options: options.length > 60 ? options.slice(0, 60) : options, within };
}

const valueOf = (one: Weighed): number => one.prior + one.country + one.region + one.near;

function weigh(open: Open): void {
  const values = open.options.map(valueOf);
  const best = Math.max(...values);
  const power = (value: number): number => Math.exp(sharpness * (value - best));
  const powers = values.map(power);
  const sum = powers.reduce((all, one) => all + one, open.within === null ? power(unlisted) : 0);
  open.options.forEach((option, at) => {
    option.share = powers[at]! / sum;
  });
}

/** How much a name tells by standing there so often. */
const weightOf = ({ count }: NameSense): number => 1 + Math.log2(count);

const sumOf = (values: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const value of values.values()) sum += value;
  return sum || 1;
};

const add = (sums: Map<string, number>, key: string | null, value: number): void => {
  if (key !== null) sums.set(key, (sums.get(key) ?? 0) + value);
};

/** What a name's options give to each country and region, by how likely they are. */
function givenBy({ options, sense }: Open): {
  readonly countries: Map<string, number>;
  readonly regions: Map<string, number>;
} {
  const countries = new Map<string, number>();
  const regions = new Map<string, number>();
  for (const { candidate, share } of options) {
    add(countries, candidate.country, share * weightOf(sense));
    add(regions, candidate.region, share * weightOf(sense));
  }
  return { countries, regions };
}

/** Adds what the countries and regions of the document say, those of its other names among them. A name is no witness for itself. */
function addRegions(opens: readonly Open[], context: GroundContext): void {
  const countries = new Map(context.countries);
  const regions = new Map(context.regions);
  const given = new Map<string, ReturnType<typeof givenBy>>();
  for (const open of opens) {
    const { key } = open.sense;
    const own = given.get(key) ?? { countries: new Map<string, number>(), regions: new Map<string, number>() };
    const { countries: inCountries, regions: inRegions } = givenBy(open);
    for (const [country, value] of inCountries)
      for (const sums of [countries, own.countries]) add(sums, country, value);
    for (const [region, value] of inRegions) for (const sums of [regions, own.regions]) add(sums, region, value);
    given.set(key, own);
  }
  const all = sumOf(countries);
  const allRegions = sumOf(regions);
  for (const { options, sense } of opens) {
    const own = given.get(sense.key)!;
    for (const option of options) {
      const { country, region, level } = option.candidate;
      const beside = country === null ? 0 : (countries.get(country) ?? 0) - (own.countries.get(country) ?? 0);
      option.country = (countryShare * beside) / all + countryNamed * Math.min(1, beside);
      const held = region === null ? 0 : (regions.get(region) ?? 0) - (own.regions.get(region) ?? 0);
      option.region =
        (regionShare * held) / allRegions + (level === "region" ? regionHeld : regionNamed) * Math.min(1, held);
    }
  }
}

/** Adds what stands nearby: each other name once, by its likeliest candidate near the option. */
function addNear(opens: readonly Open[], anchors: readonly Open[]): void {
  for (const open of opens) {
    for (const option of open.options) {
      if (
        option.candidate.level === "country" ||
        option.candidate.level === "wide" ||
        option.candidate.level === "region"
      )
        continue;
      let near = 0;
      let neighbours = 0;
      for (const anchor of anchors) {
        if (anchor.sense.key === open.sense.key) continue;
        let most = 0;
        for (const other of anchor.options.slice(0, mostCandidates)) {
          const { level } = other.candidate;
          if (level === "country" || level === "wide" || level === "region") continue;
          const distance = kilometres(option.candidate, other.candidate);
          most = Math.max(most, Math.sqrt(other.share) * Math.exp(-distance / nearKilometres));
        }
        near += most;
        if (most > 0.2) neighbours++;
      }
      option.near = Math.min(mostNear, (neighbours > 1 ? nearWeight : lonelyWeight) * near);
      option.neighbours = neighbours;
    }
  }
}

const isSamePlace = (one: Candidate, other: Candidate): boolean =>
  one === other || (one.country === other.country && kilometres(one, other) < samePlaceKilometres);

/** The likeliest option; of a district and the town that it is named after, the town. */
function townOf(sorted: readonly Weighed[]): Weighed | undefined {
  const [first] = sorted;
  if (first?.candidate.level !== "district") return first;
  return sorted.find(({ candidate: one }) => isTown(one) && isSamePlace(one, first.candidate)) ?? first;
}

const isTown = ({ level }: Candidate): boolean => level === "city" || level === "seat" || level === "capital";

const numbers = ["", "one place", "2 places", "3 places"];

function reasonOf(open: Open, first: Weighed, second: Weighed | undefined): string {
  const { sense, within } = open;
  if (first.candidate.level === "country") return "country's name";
  if (within !== null) return `in ${within}, named after it`;
  if (second === undefined)
    return first.candidate.level === "capital" ? "capital of that name" : "only one of that name";
  const gains = [
    [first.near - second.near, `near ${numbers[first.neighbours] ?? `${first.neighbours} places`} named here`],
    [first.region - second.region, "in a region of the report"],
    [first.country - second.country, "in a country of the report"],
    [
      first.prior - second.prior,
      first.candidate.level === "capital"
        ? "capital of that name"
        : first.candidate.level === "region"
          ? "region of that name"
          : `largest of ${sense.candidates.length}`,
    ],
  ] as const;
  return gains.reduce((best, gain) => (gain[0] > best[0] ? gain : best))[1];
}

/**
 * What each name of a document means: its options weighed by size, by the countries and regions of the document, by the ground named behind it and by
 * how near the others lie, in three rounds, so that small places near each other find together. Null where the name has no candidate or none is clear.
 * One sense a name and document (Gale, Church, Yarowsky 1992). Work grows with the names, not with their square.
 */
export function sensesOf(names: readonly NameSense[], context: GroundContext): readonly (Sense | null)[] {
  const opens = names.map(openOf);
  const anchors = opens.filter((open) => open.options.length > 0).slice(0, mostAnchors);
  for (const open of opens) weigh(open);
  for (let round = 0; round < rounds; round++) {
    addRegions(opens, context);
    addNear(opens, anchors);
    for (const open of opens) weigh(open);
  }
  return opens.map((open) => {
    const sorted = open.options.toSorted((a, b) => b.share - a.share);
    const first = townOf(sorted);
    if (first === undefined) return null;
    const second = sorted.find((one) => one !== first && !isSamePlace(one.candidate, first.candidate)) ?? sorted[1];
    const score = open.options.reduce(
      (sum, one) => sum + (isSamePlace(one.candidate, first.candidate) ? one.share : 0),
      0,
    );
    return { candidate: first.candidate, score, by: reasonOf(open, first, second) };
  });
}
