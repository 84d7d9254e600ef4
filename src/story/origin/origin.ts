import type { Id } from "../../model/id.ts";
import type { ClaimPlace, LedgerClaim, Origin, OriginKind, Origins } from "../../model/ledger.ts";
import type { MarkKind } from "../../model/mark.ts";
import type { Told } from "../../model/story.ts";
import type { PlacedClaim } from "../claim/claims.ts";
import { lookupOf } from "../lookup.ts";
import { type CopyGroup, copyGroups } from "./copied.ts";
import { agencyOf, attributionsOf, creditKey, creditsOf, isOwnReporting, sentenceOf } from "./credit.ts";
import { runsOf, shareIn } from "./run.ts";

/** From this share of the shorter sentence on, one sentence is made from the other. */
const sameSentence = 0.5;

/** What the documents of a story tell about where they have things from. */
interface Field {
  readonly told: ReadonlyMap<Id<"document">, Told>;
  readonly groups: ReadonlyMap<Id<"document">, CopyGroup>;
  /** Publishers of the story, and agencies that its datelines name, by key. */
  readonly publishers: ReadonlyMap<string, string>;
}

/** A telling with all that is known of where it comes from. */
interface Telling {
  readonly place: ClaimPlace;
  readonly told: Told;
  readonly credits: readonly string[];
  readonly isOwn: boolean;
  readonly marks: ReadonlySet<MarkKind>;
}

function tellingOf(place: ClaimPlace, { told, publishers }: Field): Telling | null {
  const one = told.get(place.document);
  if (!one) return null;
  const known = lookupOf(one.annotation).marks;
  const held = attributionsOf(one, place).flatMap(({ marks }) => marks.map((id) => known.get(id)));
  const marks = new Set(held.filter((mark) => mark !== undefined).map(({ kind }) => kind));
  return { place, told: one, credits: creditsOf(one, place, publishers), isOwn: isOwnReporting(one, place), marks };
}

const publisherOf = ({ told }: Telling): string => told.publisher ?? "a report without a publisher";

/** From the report back: who printed it, whom it names as its channel, whose word it is. */
const chainOf = (telling: Telling, holder: string | null): readonly string[] => [
  ...new Set([publisherOf(telling), ...telling.credits, ...(holder === null ? [] : [holder])]),
];

const documentsOf = (tellings: readonly Telling[]): readonly Id<"document">[] => [
  ...new Set(tellings.map(({ place }) => place.document)),
];

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** What kind of thing the marks of evidence show the origin to be. */
function kindOf(tellings: readonly Telling[], otherwise: OriginKind): OriginKind {
  for (const kind of ["document", "footage", "eyewitness"] as const)
    if (tellings.some(({ marks }) => marks.has(kind))) return kind;
  return otherwise;
}

const total = (origins: readonly Origin[]): Origins => {
  const established = origins.filter((origin) => origin.established).length;
  return { established, unknown: origins.length - established, atMost: origins.length, origins };
};

/** A statement has one origin, however many report it: whoever made it. */
function statementOrigin(claim: PlacedClaim, tellings: readonly Telling[]): Origins {
  const { holder } = claim;
  const documents = documentsOf(tellings);
  const isPrivate = holder.kind === "person" && holder.public !== true;
  const origin: Origin = {
    name: holder.kind === "media" ? holder.name : `${holder.name}, statement`,
    kind: holder.kind === "media" ? "agency" : kindOf(tellings, isPrivate ? "eyewitness" : "statement"),
    established: true,
    documents,
    chain: chainOf(tellings[0]!, holder.name),
    reason: `one statement, told in ${counted(documents.length, "report")}`,
  };
  return total([origin]);
}

/** Two tellings of one origin: one text, one sentence made from the other, one credited agency, or the one names the other's paper. */
function sameOrigin(a: Telling, b: Telling, groups: Field["groups"]): string | null {
  if (a.place.document === b.place.document) return "the same report";
  const group = groups.get(a.place.document);
  if (group !== undefined && group === groups.get(b.place.document)) return "the same text";
  const credits = new Set(a.credits.map(creditKey));
  const common = b.credits.find((name) => credits.has(creditKey(name)));
  if (common !== undefined) return `both from ${common}`;
  if (credits.has(creditKey(publisherOf(b)))) return `from ${publisherOf(b)}`;
  if (b.credits.some((name) => creditKey(name) === creditKey(publisherOf(a)))) return `from ${publisherOf(a)}`;
  const sentence = ({ told, place }: Telling) => runsOf(told.annotation.text.slice(...sentenceOf(told, place.spans)));
  const [one, other] = [sentence(a), sentence(b)].sort((x, y) => x.words.length - y.words.length) as [
    ReturnType<typeof sentence>,
    ReturnType<typeof sentence>,
  ];
  return one.words.length >= 8 && shareIn(one, other) >= sameSentence ? "the same sentence" : null;
}

/** Tellings in groups of one origin, with why they are one. */
function grouped(tellings: readonly Telling[], groups: Field["groups"]) {
  const parts: { readonly tellings: Telling[]; readonly reasons: Set<string> }[] = [];
  for (const telling of tellings) {
    const fitting = parts.flatMap((part) => {
      const why = part.tellings.map((other) => sameOrigin(other, telling, groups)).find((reason) => reason !== null);
      return why === undefined ? [] : [{ part, why }];
    });
    const [first, ...rest] = fitting;
    if (!first) {
      parts.push({ tellings: [telling], reasons: new Set() });
      continue;
    }
    first.part.tellings.push(telling);
    first.part.reasons.add(first.why ?? "");
    // What was apart until now is one through this telling.
    for (const { part, why } of rest) {
      first.part.tellings.push(...part.tellings);
      first.part.reasons.add(why ?? "");
      parts.splice(parts.indexOf(part), 1);
    }
  }
  return parts;
}

/**
 * Of words that no known speaker stands behind (a paper's own, "residents", a rumour): each group of tellings of one text or one credit is one origin at most.
 * Established is a group that shows where it has it from: its own people were there, or it names an agency, a document, footage. The rest is unknown; and
 * unnamed people of two papers may be the same ones, so of those one group alone is established.
 */
function tracedOrigins(claim: PlacedClaim, tellings: readonly Telling[], { groups }: Field): Origins {
  const isUnnamed = claim.holder.kind === "unnamed";
  let hasEstablished = false;
  const origins = grouped(tellings, groups).map((part): Origin => {
    const first = part.tellings[0]!;
    const agency = part.tellings.flatMap(({ credits }) => credits)[0] ?? null;
    const isOwn = part.tellings.some((one) => one.isOwn);
    const kind = kindOf(part.tellings, isOwn ? "eyewitness" : agency !== null ? "agency" : "unknown");
    const established = kind !== "unknown" && !(isUnnamed && hasEstablished);
    hasEstablished ||= established;
    const documents = documentsOf(part.tellings);
    const whose = isUnnamed ? claim.holder.name : agency !== null && !isOwn ? agency : publisherOf(first);
    const told =
      documents.length > 1 ? `${counted(documents.length, "report")}: ${[...part.reasons].join(", ")}` : "one report";
    return {
      name: isUnnamed ? `${whose}, to ${isOwn ? publisherOf(first) : (agency ?? publisherOf(first))}` : whose,
      kind,
      established,
      documents,
      chain: chainOf(first, isUnnamed ? claim.holder.name : null),
      reason: established ? told : `${told}; it does not say where it has it from`,
    };
  });
  return total(origins);
}

const isKnownSpeaker = ({ holder }: PlacedClaim): boolean => holder.kind !== "publisher" && holder.kind !== "unnamed";

/**
 * Each claim with the origins that stand behind it: established ones, unknown ones, and at most their sum, all three. `told` are the documents of the story
 * in the order of joining. What is not known to be independent is counted as unknown, never as established. Never fails.
 */
export function withOrigins(claims: readonly PlacedClaim[], told: readonly Told[]): readonly LedgerClaim[] {
  const field: Field = {
    told: new Map(told.map((one) => [one.document, one])),
    groups: copyGroups(told),
    publishers: new Map(
      told
        .flatMap((one) => [one.publisher, agencyOf(one)])
        .flatMap((name) => (name === null ? [] : [[creditKey(name), name] as const])),
    ),
  };
  return claims.map((claim) => {
    const tellings = claim.places.map((place) => tellingOf(place, field)).filter((telling) => telling !== null);
    if (tellings.length === 0) return { ...claim, origins: total([]) };
    return {
      ...claim,
      origins: isKnownSpeaker(claim) ? statementOrigin(claim, tellings) : tracedOrigins(claim, tellings, field),
    };
  });
}
