import { id } from "../model/id.ts";
import type { Mention } from "../model/mention.ts";
import type { Place } from "../model/place.ts";
import type { Finding, Line } from "./found.ts";
import type { NameIndex } from "./name-index.ts";
import { rowsOf, type Sought, soughtFor } from "./place-candidate.ts";
import { countiesNamed, groundContext } from "./place-context.ts";
import { placeKey } from "./place-key.ts";
import { heldBy, type NameSense, type Sense, sensesOf } from "./place-sense.ts";
import { type Within, withinOf } from "./place-within.ts";

/** A document as far as its places depend on it. */
export interface PlacedText {
  readonly text: string;
  readonly lines: readonly Line[];
  /** In text order, one a mention. */
  readonly findings: readonly Finding[];
  readonly mentions: readonly Mention[];
}

/** A mention of ground: what it may mean, and under which key it means one thing in all of the document. */
interface GroundMention {
  readonly mention: Mention;
  /** The name without what follows a comma in it. */
  readonly name: string;
  readonly key: string;
  readonly sought: Sought;
  /** The ground named behind it that holds some of its candidates, or null. */
  readonly within: Within | null;
  /** Is it read as a state's name? "Georgia" may be a state beside a region of the name. */
  readonly isState: boolean;
}

/** Mentions that mean the same: of one name, in one ground where such is named. */
const groupOf = ({ key, isState, within }: GroundMention): string => `${key}|${isState}|${within?.name ?? ""}`;

/** Ground: countries not said of people, cities, regions, facilities. */
const isGround = ({ refer, kind }: Finding): boolean =>
  refer.to === "ground" || (refer.to === "state" && kind === "place");

/** A choice that is less sure than this is none. */
const leastScore = 0.55;

/** "Pike, Ross and Clay counties", from behind the first name on. */
const ofCounties =
  /^(?:, \p{Lu}[\p{L}.]{1,30}(?: \p{Lu}[\p{L}]{1,30})?){0,12},? (?:(?:and|or) \p{Lu}[\p{L}.]{1,30} (?:\p{Lu}\p{L}{1,30} )?)?counties\b/u;

function groundMention(finding: Finding, mention: Mention, text: string, index: NameIndex): GroundMention {
  const printed = text.slice(mention.start, mention.end);
  const comma = finding.form === "nominal" ? -1 : printed.indexOf(", ");
  const name = comma > 0 ? printed.slice(0, comma) : printed;
  const end = mention.start + name.length;
  const after = text.slice(end, end + 240);
  const region =
    /^ (?:region|oblast|province|governorate|county|prefecture|krai|voivodeship|raion|district|area)\b/.exec(after);
  const full = region !== null ? `${name}${region[0]}` : ofCounties.test(after) ? `${name} County` : name;
  const whole = soughtFor(full, finding, index);
  const sought =
    whole.candidates.length > 0 || full === name
      ? whole
      : { ...soughtFor(name, finding, index), around: region !== null };
  // "the Podil district of Kyiv"
  const behind = region === null ? after : after.slice(region[0].length).replace(/^ (?:of|in) (?=\p{Lu})/u, ", ");
  const within = withinOf(behind, index);
  return {
    mention,
    name,
    key: sought.key || placeKey(full) || mention.id,
    sought,
    within: within !== null && heldBy(sought.candidates, within).length > 0 ? within : null,
    isState: finding.refer.to === "state",
  };
}

function placeOf(ground: GroundMention, sense: Sense | null): Omit<Place, "id" | "mention"> {
  const { sought, name } = ground;
  if (sense === null || sense.score < leastScore) {
    const by = sought.candidates.length > 1 ? "several of that name, none likelier" : "not in the gazetteer";
    return { name, geonames: null, lat: null, lon: null, country: null, precision: null, by, score: null };
  }
  const { candidate, by, score } = sense;
  const isRegion = candidate.level === "region" || candidate.level === "district" || candidate.level === "wide";
  return {
    name: sought.around ? name : candidate.name,
    geonames: sought.around ? null : candidate.geonames,
    lat: candidate.lat,
    lon: candidate.lon,
    country: candidate.country,
    precision: sought.around || isRegion ? "region" : candidate.level === "country" ? "country" : "city",
    by: sought.around ? `around ${candidate.name}, ${by}` : by,
    score: Math.round(score * 100) / 100,
  };
}

/**
 * Places of the mentions of ground, in text order, ids p1, p2, …. A name means one thing in all of the document. A name that fits several places alike is
 * kept without a point; a capital that stands for a government is no place. Where the text was printed is no evidence for where it happened.
 */
export function findPlaces({ text, lines, findings, mentions }: PlacedText, index: NameIndex): readonly Place[] {
  const grounds = findings.flatMap((finding, at) =>
    isGround(finding) ? [groundMention(finding, mentions[at]!, text, index)] : [],
  );
  if (grounds.length === 0) return [];
  const groups = [...Map.groupBy(grounds, groupOf).values()];
  const byKey = Map.groupBy(grounds, ({ key }) => key);
  const withins = new Map([...byKey].map(([key, own]) => [key, own.flatMap((one) => one.within ?? [])]));
  const names = groups.map((group): NameSense => {
    const { key, sought, within } = group[0]!;
    const all = within === null ? withins.get(key)! : [within];
    // A name that stands in two grounds ("Brest, Belarus", "Brest, France") tells nothing where it stands alone.
    const isOne = new Set(all.map((one) => one.name)).size === 1;
    return { key, candidates: sought.candidates, within: isOne ? all.slice(0, 1) : [], count: group.length };
  });
  // Counties that are named only inside other names help to place the rest.
  const beside = [...countiesNamed(lines, index)].flatMap(([key, count]): NameSense[] =>
    byKey.has(key) ? [] : [{ key, candidates: rowsOf(key, index), within: [], count }],
  );
  const senses = sensesOf(
    [...names, ...beside],
    groundContext({ text, lines, findings, names: new Set(byKey.keys()) }, index),
  );
  const senseOf = new Map(groups.map((group, at) => [groupOf(group[0]!), senses[at] ?? null]));
  return grounds.map((ground, at) => ({
    id: id<"place">(`p${at + 1}`),
    mention: ground.mention.id,
    ...placeOf(ground, senseOf.get(groupOf(ground)) ?? null),
  }));
}
