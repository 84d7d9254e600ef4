import { isBodyNoun, isFirmNoun } from "./noun.ts";
import type { Speaker } from "./speaker.ts";

/** Folded nouns of an office, by what a body under it is called: a "minister" has a "ministry". */
const officeOf: ReadonlyMap<string, string> = new Map(
  Object.entries({
    minister: "ministri",
    president: "presidenci",
    governor: "governor",
    comisioner: "comision",
    director: "directorat",
  }),
);

const office =
  /^minister$|^premier$|^secretari|^head$|^chef$|^bos$|^director$|^comander$|^governor$|^general$|^president$|^chair|^comisioner$|^maior$|^speaker$|^leader$|^manager$|^cordinator$|^spokes|^executiv$|^chancelor$|^prosecutor$|^bishop$|^ovner$/;

/** Nouns of people that reports use for one another, folded; a nurse may be told of as hospital staff, a taxi driver as a cabbie. */
const kinds: readonly (readonly string[])[] = [
  "resident local neighbour neighbor villager inhabitant peopl vitnes eievitnes onloker bistander householder tovnspeopl voman vomen man men mother father citizen".split(
    " ",
  ),
  "survivor rescu pasenger victim them".split(" "),
  "nurs doctor medic fisician surgeon paramedic vorker staf medical".split(" "),
  "driver cabi".split(" "),
  "miner vorker striker protester demonstrator".split(" "),
  "soldier troop oficer military guard".split(" "),
  "official authoriti government administration source".split(" "),
  "fisherman fishermen fisher skiper boatman ovner".split(" "),
  "relativ family brother sister uncl cousin mother father vidov".split(" "),
  "chef head bos director leader president chairman chairvoman comander manager chair".split(" "),
];

const isKindred = (a: string, b: string): boolean =>
  a === b || kinds.some((kind) => kind.includes(a) && kind.includes(b));

const meet = (a: Iterable<string>, b: ReadonlySet<string>): number => {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
};

/** Can both belong to one state or body? A place's name and the code of a country say nothing against one another. */
const oneOwner = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a === b || /^[A-Z]{2}$/.test(a) !== /^[A-Z]{2}$/.test(b);

const isGeneric = (word: string): boolean =>
  isBodyNoun(word) ||
  /^(?:ministri|polic|servic|ofic|agenci|compani|comand|comite|authoriti|forc|comision|parti|gvernment|directorat|presidenci|press|pres|general|central|main|chef|national|feder|regional|stat|suprem)$/.test(
    word,
  );

const telling = (words: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...words].filter((word) => !isGeneric(word)));

/** Words for one branch of a state, folded: whichever of them speaks, the army's word is told. */
const branches: readonly RegExp[] = [
  /^(?:defenc|defens|militari|armi|forc|arm|staf)$/,
  /^(?:navi|naval|coastguard|coast|fleet)$/,
  /^(?:presiden|presidenc|kremlin)/,
  /^(?:polic|constabl|constabulari)$/,
  /^(?:prison|penitentiari|corection)$/,
  /^(?:foreign|diplomatic)$/,
  /^(?:port|harbour|harbor|maritim)$/,
];

/** Words of what every state has one of: without a state's name it may be anybody's. */
const organ = /^(?:ministri|defenc|foreign|interior|armi|navi|air|coast|border|embasi|government|parliament)$/;

/** Are both of one branch and called by nothing else? */
const sameBranch = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  branches.some((branch) =>
    [a, b].every((words) => {
      const own = [...words].filter((word) => branch.test(word));
      return own.length > 0 && [...words].every((word) => branch.test(word) || isGeneric(word));
    }),
  );

const isFirm = (words: ReadonlySet<string>): boolean => [...words].some((word) => isFirmNoun(word));

/** Of two bodies: what their words have in common. */
function ofBodies(a: Speaker, b: Speaker): number {
  if (!oneOwner(a.owner, b.owner)) return 0;
  const [one, other] = [telling(new Set([...a.words, ...a.role])), telling(new Set([...b.words, ...b.role]))];
  const [nounsA, nounsB] = [generic(a), generic(b)];
  const isOwned = a.owner !== null && a.owner === b.owner;
  if (a.isGeneric || b.isGeneric) {
    const fits = meet(nounsA, nounsB) > 0;
    if (fits) return isOwned ? 0.75 : 0.55;
    if (isFirm(nounsA) && isFirm(nounsB)) return 0.55;
    if (sameBranch(a.words, b.words)) return 0.55;
    return (isFirm(nounsA) && nounsB.size === 0) || (isFirm(nounsB) && nounsA.size === 0) ? 0.4 : 0.2;
  }
  const common = meet(one, other);
  if (common === 0 && sameBranch(a.words, b.words))
    return isOwned ? 0.6 : a.owner === null || b.owner === null ? (a.isAbroad ? 0.4 : 0.55) : 0;
  if (common === 0 && isOwned && isFirm(nounsA) && isFirm(nounsB) && Math.min(one.size, other.size) <= 1) return 0.55;
  if (common === 0) return isOwned && one.size + other.size <= 1 && meet(nounsA, nounsB) > 0 ? 0.6 : 0;
  const share = (2 * common) / (one.size + other.size);
  const isHalfOwned = (a.owner === null) !== (b.owner === null);
  if (isHalfOwned && a.isAbroad && [...one, ...other, ...nounsA].some((word) => organ.test(word))) return 0.45 * share;
  if (common === 1 && !isOwned && meet(nounsA, nounsB) === 0) return (a.isAbroad ? 0.45 : 0.6) * share;
  return share >= 0.65 || (share >= 0.5 && (isOwned || meet(nounsA, nounsB) > 0)) ? 0.6 + 0.2 * share : 0.3 * share;
}

const generic = ({ words, role }: Speaker): ReadonlySet<string> =>
  new Set([...words, ...role].filter((word) => isGeneric(word)));

const isDeputy = (words: readonly string[]): boolean => words.some((word) => /^(?:deputi|vice|asistant)$/.test(word));

/** Nouns that any number of people go by. */
const anybody = /^(?:man|men|voman|vomen|person|peopl|boi|girl|youth|child|member|source|friend)$/;

/** Of an office and the words of a role: 1 where both name the same one, 0 where they cannot, else between. */
function sameOffice(person: readonly string[], role: ReadonlySet<string>): number {
  if (isDeputy(person) !== isDeputy([...role])) return 0;
  const head = person.at(-1)!;
  const other = [...role].at(-1)!;
  if (!isKindred(head, other)) return 0;
  const [mine, theirs] = [person.slice(0, -1), [...role].slice(0, -1)];
  if (!office.test(head) && !office.test(other)) {
    const shared = mine.some((word) => theirs.includes(word));
    return head === other ? (mine.length > 0 && theirs.length > 0 && !shared ? 0.5 : 0.9) : 0.6;
  }
  if (mine.length === 0 && theirs.length === 0) return head === other ? 0.9 : 0.6;
  if (mine.length === 0 || theirs.length === 0) return head === other ? 0.75 : 0.5;
  const common = mine.filter((word) => theirs.includes(word)).length;
  return common === Math.min(mine.length, theirs.length) ? 1 : common > 0 ? 0.6 : 0;
}

function personRole(person: Speaker, role: Speaker): number {
  if (!oneOwner(person.owner, role.owner)) return 0.05;
  const best = Math.max(
    0,
    ...person.offices.map((words) => (anybody.test(words.at(-1)!) ? 0 : sameOffice(words, role.words))),
  );
  const led = [...role.leads].some((key) => person.leads.has(key) || person.speaksFor.has(key));
  if (led) return best > 0 ? 0.95 : 0.6;
  if ([...role.ledNear].some((key) => person.leads.has(key))) return best > 0 ? 0.8 : 0.5;
  if (role.leads.size > 0) return person.leads.size > 0 ? 0.1 : best >= 0.7 ? 0.45 : 0.2;
  if (best > 0) return best >= 0.9 ? 0.85 : best >= 0.7 ? 0.7 : 0.45;
  const isOffice = [...role.words].some((word) => office.test(word));
  return isOffice && person.offices.some((words) => words.some((word) => office.test(word))) ? 0.1 : 0.4;
}

/** A bare surname and a full name: by their offices. */
function ofNamesakes(a: Speaker, b: Speaker): number {
  const ranked = ({ offices }: Speaker): readonly (readonly string[])[] =>
    offices.filter((words) => words.some((word) => office.test(word)));
  const [one, other] = [ranked(a), ranked(b)];
  if (one.length === 0 || other.length === 0) return 0.5;
  const best = Math.max(...one.map((words) => Math.max(...other.map((role) => sameOffice(words, new Set(role))))));
  return best >= 0.6 ? 0.8 : 0.1;
}

/** Ministers, governors and commanders speak in their own names; the head of an agency or a firm gives its word. */
const inOwnName = ({ offices }: Speaker): boolean => {
  const nouns = offices.map((words) => words.at(-1)!).filter((word) => office.test(word) || own.test(word));
  return nouns.length > 0 && nouns.every((word) => own.test(word));
};

const own = /^(?:minister|general|governor|comander|maior|premier|senator|marshal|admiral|adviser)$/;

function personBody(person: Speaker, body: Speaker): number {
  if (!oneOwner(person.owner, body.owner)) return 0;
  const bodyWords = telling(body.words);
  for (const words of person.offices) {
    const head = words.at(-1)!;
    if (!office.test(head)) continue;
    const of = officeOf.get(head);
    const own = words.slice(0, -1).filter((word) => !isGeneric(word));
    const named = own.filter((word) => body.words.has(word)).length;
    if (of && body.words.has(of)) {
      const isSure = !body.isAbroad || person.owner !== null || body.owner === null;
      if (own.length === 0 || bodyWords.size === 0) return isSure ? 0.4 : 0.3;
      if (named > 0) return isSure ? 0.45 : 0.35;
    }
    if (of === "ministri") continue;
    if (named > 0 && named >= bodyWords.size) return 0.45;
  }
  return body.isGeneric && person.leads.size === 0 && person.offices.some((words) => office.test(words.at(-1)!))
    ? 0.4
    : 0;
}

function roleRole(a: Speaker, b: Speaker): number {
  if (!oneOwner(a.owner, b.owner)) return 0.1;
  const both = sameOffice([...a.words], b.words);
  const isOffice = [...a.words, ...b.words].some((word) => office.test(word));
  if (both >= 0.6) return both >= 0.9 ? 0.85 : 0.7;
  if (both > 0) return 0.5;
  if (isOffice) return 0.15;
  return meet(a.words, b.words) > 0 ? 0.5 : 0.35;
}

function bodyRole(body: Speaker, role: Speaker): number {
  if (!oneOwner(body.owner, role.owner)) return 0.1;
  if (role.leads.has(body.key)) return 0.8;
  if (role.ledNear.has(body.key)) return 0.6;
  if (role.leads.size > 0) return 0.15;
  const common = meet(telling(role.words), telling(body.words));
  const isOffice = [...role.words].some((word) => office.test(word) || word === "official" || word === "authoriti");
  if (common > 0) return isOffice ? 0.45 : 0.4;
  const isOwned = role.owner !== null && role.owner === body.owner;
  return isOwned && isOffice ? 0.45 : isOffice ? 0.4 : 0.3;
}

const rank = { state: 0, person: 1, body: 2, role: 3, publisher: 4, nobody: 5 } as const;

/** Asked of the same two speakers for every pair of their tellings, so each answer is kept. */
const known = new WeakMap<Speaker, WeakMap<Speaker, number>>();

/**
 * How surely two speakers are one voice, 0 to 1: the same one; the state for one of its bodies, a minister for the ministry;
 * a person of the same role; 0 for two.
 */
export function affinity(a: Speaker, b: Speaker): number {
  if (a.key === b.key) return 1;
  const row = known.get(a) ?? new WeakMap<Speaker, number>();
  known.set(a, row);
  const found = row.get(b) ?? nearness(a, b);
  row.set(b, found);
  return found;
}

function nearness(a: Speaker, b: Speaker): number {
  if (a.apart.has(b.key) || b.apart.has(a.key)) return 0;
  const [one, other] = rank[a.type] <= rank[b.type] ? [a, b] : [b, a];
  if (
    one.type !== "role" &&
    (a.ledNear.has(b.key) || b.ledNear.has(a.key)) &&
    !a.leads.has(b.key) &&
    !b.leads.has(a.key)
  )
    return 0.45;
  if (one.type !== "role" && (a.leads.has(b.key) || b.leads.has(a.key))) return inOwnName(one) ? 0.45 : 0.8;
  if (other.type === "publisher") return 0;
  if (other.type === "nobody") return 0.45;
  if (one.type === "state") {
    const isOwned = one.owner !== null && one.owner === other.owner;
    if (other.type === "state") return isOwned ? 1 : 0;
    if (other.type === "body") return isOwned ? 0.75 : 0;
    if (other.type === "role") return isOwned ? 0.55 : other.owner === null ? 0.35 : 0.05;
    return isOwned && other.offices.length > 0 ? 0.6 : 0;
  }
  if (one.type === "person") {
    if (other.type === "person")
      return one.maybe.has(other.key) || other.maybe.has(one.key) ? ofNamesakes(one, other) : 0;
    return other.type === "body" ? personBody(one, other) : personRole(one, other);
  }
  if (one.type === "body") return other.type === "body" ? ofBodies(one, other) : bodyRole(one, other);
  return roleRole(one, other);
}
