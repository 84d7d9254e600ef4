import type { LedgerClaim, RelationKind, Slot } from "../../../src/model/ledger.ts";
import type { GatheredCase } from "../gathered.ts";
import { type Found, find, findFigure } from "./find.ts";
import {
  type AtWords,
  type GoldCase,
  type GoldChain,
  type GoldDenial,
  type GoldOrigin,
  speakerOf,
} from "./sample-gold.ts";

const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words);
const shown = ({ report, words }: AtWords): string => `${report} “${short(words)}”`;
const holders = (claims: readonly LedgerClaim[]): string =>
  [...new Set(claims.map(({ holder }) => holder.name))].join(", ") || "nobody";

/** Retellings that change or deny what they retell are no places of it. */
const isChanged = (how: string): boolean => /\b(?:den(?:y|ies)|distorts|loses)\b/.test(how);
/** A second origin stands beside the first, with words of its own. */
const isOther = (how: string): boolean => /\b(?:second origin|of its own|says so|recording)\b/.test(how);

/** Reports that rest on one origin and are told in several stories. */
const storyMisses = (found: readonly Found[]): readonly string[] => {
  const first = found[0]!.story;
  return found.filter(({ story }) => story !== first).map(({ at }) => `in another story: ${at.report}`);
};

/** Words of one origin by one speaker that are not one claim. */
function claimMisses(found: readonly Found[], origin: GoldOrigin): readonly string[] {
  const same = found.filter((_, at) => !isChanged(origin.reports[at]!.how) && !isOther(origin.reports[at]!.how));
  return [...Map.groupBy(same, ({ at }) => speakerOf(at))].flatMap(([speaker, places]) => {
    const [first, ...rest] = places.filter(({ claims }) => claims.length > 0);
    const unread = places.filter(({ claims }) => claims.length === 0).map(({ at }) => `in no claim: ${shown(at)}`);
    const apart = rest
      .filter(({ claims, story }) => story === first!.story && !claims.some((one) => first!.claims.includes(one)))
      .map(
        ({ at, claims }) =>
          `not one claim of ${speaker}: ${shown(first!.at)} (${holders(first!.claims)}) and ${shown(at)} (${holders(claims)})`,
      );
    return [...unread, ...apart];
  });
}

/** Retellings that change what they retell, and are counted among its places or as support. */
function distortionMisses(found: readonly Found[], origin: GoldOrigin): readonly string[] {
  const places = found.filter((_, at) => !isChanged(origin.reports[at]!.how));
  const own = new Set(places.flatMap(({ claims }) => claims));
  return found
    .filter((_, at) => isChanged(origin.reports[at]!.how) && !/\bden/.test(origin.reports[at]!.how))
    .flatMap(({ at, claims, story }) => {
      const supports = story.ledger.relations.some(
        ({ kind, from, to }) =>
          kind === "supports" &&
          claims.some(({ id }) => id === from) &&
          [...own].some(({ id, places: [place] }) => id === to && place),
      );
      return claims.some((one) => own.has(one)) || supports ? [`a distortion counted as support: ${shown(at)}`] : [];
    });
}

/** The origins of the claims that hold the words, by name. */
function originMisses(found: readonly Found[], origin: GoldOrigin): readonly string[] {
  const places = found.filter((_, at) => !isChanged(origin.reports[at]!.how));
  const claims = [...new Set(places.flatMap((place) => place.claims))];
  if (claims.length === 0) return [];
  const all = claims.flatMap((claim) => claim.origins.origins);
  const names = (established: boolean): readonly string[] =>
    [...new Set(all.filter((one) => one.established === established).map(({ name }) => name))].toSorted();
  const [established, unknown] = [names(true), names(false)];
  if (established.length === origin.established && unknown.length === origin.unknown) return [];
  return [
    `${origin.established} established and ${origin.unknown} unknown, found ${established.length} (${established.join("; ")}) and ${unknown.length} (${unknown.join("; ")})`,
  ];
}

/** What the case says otherwise than the gold of stories, claims and origins. */
export const originRows = (gathered: GatheredCase, { origins }: GoldCase): readonly string[] =>
  origins.flatMap((origin) => {
    const found = origin.reports.map((at) => find(gathered, at));
    return [
      storyMisses(found),
      claimMisses(found, origin),
      distortionMisses(found, origin),
      originMisses(found, origin),
    ]
      .flat()
      .map((miss) => `${origin.what}: ${miss}`);
  });

const slotOf: Readonly<Record<GoldDenial["slot"], Slot | null>> = {
  happened: null,
  who: "who",
  where: "place",
  what: "what",
  "how many": "count",
};
/** Another value for a slot may be told as a contradiction; a plain no must be a denial. */
const kindsOf = (slot: GoldDenial["slot"]): readonly RelationKind[] =>
  slot === "happened" ? ["denies"] : ["denies", "contradicts"];

/** Denials and contradictions of the gold that the case does not have. */
export const denialRows = (gathered: GatheredCase, { denials }: GoldCase): readonly string[] =>
  denials.flatMap(({ claim, denial, slot }) => {
    const [one, other] = [claim, denial].map(({ report, content }) => find(gathered, { report, words: content })) as [
      Found,
      Found,
    ];
    const pair = `${shown(one.at)} and ${shown(other.at)}`;
    const unread = [one, other].filter(({ claims }) => claims.length === 0);
    if (unread.length > 0)
      return [`${pair}: in no claim: ${[...new Set(unread.map(({ at }) => shown(at)))].join("; ")}`];
    if (one.story !== other.story) return [`${pair}: in two stories`];
    const has = (found: Found, id: string): boolean => found.claims.some((held) => held.id === id);
    const between = one.story.ledger.relations.filter(
      ({ from, to }) => (has(other, from) && has(one, to)) || (has(one, from) && has(other, to)),
    );
    const right = between.filter(({ kind }) => kindsOf(slot).includes(kind));
    if (right.length === 0) {
      const told = between.map(({ kind }) => kind).join(", ") || "nothing";
      return [`${pair}: ${told} between ${holders(one.claims)} and ${holders(other.claims)}`];
    }
    return right.some((relation) => relation.slot === slotOf[slot])
      ? []
      : [
          `${pair}: on ${slotOf[slot] ?? "the whole"}, found on ${right.map((relation) => relation.slot ?? "the whole").join()}`,
        ];
  });

const series = (chain: GoldChain["chain"]): string => chain.map(({ words }) => `“${short(words)}”`).join(", ");

/** Figures of the gold that are missing, stand in another series, or are superseded otherwise. */
export const figureRows = (gathered: GatheredCase, { figures }: GoldCase): readonly string[] =>
  figures.flatMap(({ what, chain }) => {
    const found = chain.map((row) => findFigure(gathered, row));
    const missing = chain.filter((_, at) => found[at] === null).map((row) => `in no series: ${shown(row)}`);
    const parts = Map.groupBy(
      chain.filter((_, at) => found[at] !== null),
      (row) => found[chain.indexOf(row)]!.series,
    );
    const split = parts.size > 1 ? [`in ${parts.size} series: ${[...parts.values()].map(series).join(" | ")}`] : [];
    const superseded = chain.flatMap((row, at) => {
      const own = found[at];
      if (!own) return [];
      const next = chain.findIndex((later) => later.supersedes === row.words);
      const newer = own.point.supersededBy === null ? null : own.series.points[own.point.supersededBy];
      if (next < 0) return newer ? [`superseded, and should not be: ${shown(row)}`] : [];
      return newer && newer === found[next]?.point ? [] : [`not superseded by ${shown(chain[next]!)}: ${shown(row)}`];
    });
    const days = chain.flatMap((row, at) => {
      const own = found[at];
      return own && row.day !== null && own.point.day !== row.day
        ? [`of ${row.day}, found ${own.point.day ?? "no day"}: ${shown(row)}`]
        : [];
    });
    return [...missing, ...split, ...superseded, ...days].map((miss) => `${what}: ${miss}`);
  });

/** What the reports take back: "four fishermen" is named only to withdraw it. */
export const revisionRows = (gathered: GatheredCase, { figures }: GoldCase): readonly string[] =>
  figures.flatMap(({ what, chain }) =>
    chain.flatMap((row) => {
      const older = chain.find(({ report, words }) => report === row.report && words === row.supersedes);
      if (!older || row.by !== older.by || row.by !== "publisher") return [];
      const [later, earlier] = [find(gathered, row), find(gathered, older)];
      const changes = later.story.ledger.relations.filter(
        ({ kind, from, to }) =>
          ["corrects", "withdraws"].includes(kind) &&
          later.claims.some(({ id }) => id === from) &&
          earlier.claims.some(({ id }) => id === to),
      );
      return changes.length > 0 ? [] : [`${what}: ${shown(row)} does not correct ${shown(older)}`];
    }),
  );
