import type { ActorKind } from "../model/actor.ts";
import { epithets } from "./agent-noun.ts";
import { isCalledBody, isPublicBody } from "./body-name.ts";
import type { Draft } from "./draft.ts";
import type { Finding, Phrase, Reference } from "./found.ts";
import { genderOf } from "./given-name.ts";
import { addRole, plainTitles } from "./held-role.ts";
import { institutionKey, severalBodies } from "./institution.ts";
import { isKin, KinTable } from "./kin.ts";
import { type NameIndex, nameKey } from "./name-index.ts";
import { findAntecedent, namelessBefore, type Seen } from "./pronoun.ts";
import { moved } from "./recent.ts";
import { fits, headInFull, isThatRole, othersRoles } from "./role-family.ts";
import { isSameFirst } from "./same-name.ts";
import { femaleRoles, maleRoles, organizationHeads } from "./word-class.ts";

/** So many sentences back "the farmer" may be somebody who was not called a farmer. */
const nearLines = 8;
/** So many back it may be the only one named there. */
const fewLines = 4;

/** Who is who in one document: findings in text order go in, one actor for each somebody comes out. */
export class Cast {
  readonly drafts: Draft[] = [];
  readonly #index: NameIndex;
  readonly #byKey = new Map<string, Draft>();
  readonly #byLastName = new Map<string, Draft[]>();
  readonly #byFirstName = new Map<string, Draft>();
  readonly #institutions = new Map<string, Draft>();
  readonly #acronyms = new Map<string, Draft>();
  readonly #of = new Map<Finding, Draft>();
  /** People in the order in which they were last named, newest last. */
  #recent: Draft[] = [];
  /** Bodies in the order in which they were last named, newest last. */
  #bodies: Draft[] = [];
  readonly #seen: Seen[][] = [];
  readonly #kin = new KinTable();
  /** The line in which somebody was last named. */
  readonly #lastLine = new Map<Draft, number>();
  /** The same, by a name. */
  readonly #nameLine = new Map<Draft, number>();

  constructor(index: NameIndex) {
    this.#index = index;
  }

  /** The actor of `finding`, known or new; null where it cannot be told. Findings must come in text order. */
  draftOf(finding: Finding): Draft | null {
    const draft = this.#resolve(finding);
    if (draft === null) return null;
    this.#of.set(finding, draft);
    if (draft.kind === "person") this.#recent = moved(this.#recent, draft);
    else if (/^(?:organization|alliance|media|ministry|military)$/.test(draft.kind) && finding.form === "name")
      this.#bodies = moved(this.#bodies, draft);
    this.#lastLine.set(draft, finding.line);
    if (finding.form === "name") this.#nameLine.set(draft, finding.line);
    const ground =
      (finding.refer.to === "state" && (finding.refer.ground || finding.kind === "group")) ||
      finding.refer.to === "ground";
    if (!ground) {
      const row = (this.#seen[finding.line] ??= []);
      if (row.length < 50)
        row.push({
          start: finding.start,
          end: finding.end,
          quoted: finding.quoted,
          subject: finding.subject,
          speaker: finding.speaker,
          reports: finding.reports,
          draft,
        });
    }
    return draft;
  }

  #resolve(finding: Finding): Draft | null {
    const { refer } = finding;
    switch (refer.to) {
      case "state":
        return this.#state(refer.country, refer.text);
      case "national":
        return this.#national(finding, refer.country) ?? this.#state(refer.country, refer.text);
      case "government":
        return this.#government(refer);
      case "known": {
        const { row } = refer.entry;
        const draft = this.#get(`known ${row.name}`, row.name, row.kind, true);
        draft.public = true;
        draft.country = row.country;
        draft.wikidata = row.wikidata;
        for (const alias of row.aliases) draft.aliases.add(alias);
        return draft;
      }
      case "ground":
        if (!refer.speaks) return null;
        return this.#get(`ground ${refer.text}`, refer.text, refer.entries.length === 0 ? "state" : "place", true);
      case "organization":
        return this.#organization(refer);
      case "person":
        return this.#person(finding, refer);
      case "phrase":
        return this.#phrase(finding, refer);
      case "pronoun":
        return findAntecedent(refer.pronoun, finding, this.#seen);
    }
  }

  #get(key: string, name: string, kind: ActorKind, named: boolean): Draft {
    const old = this.#byKey.get(key);
    if (old !== undefined) {
      if (name !== old.name) old.aliases.add(name);
      return old;
    }
    const draft: Draft = {
      name,
      kind,
      named,
      public: null,
      wikidata: null,
      country: null,
      roles: new Set(),
      aliases: new Set(),
      female: null,
      seems: null,
      heads: new Set(),
      parts: [],
      plural: false,
    };
    this.#byKey.set(key, draft);
    this.drafts.push(draft);
    return draft;
  }

  #state(country: string, text: string): Draft {
    const row = this.#index.countries.get(country)!;
    const draft = this.#get(`state ${country}`, row.name, "state", true);
    draft.country = country;
    draft.public = true;
    if (text !== row.name) draft.aliases.add(text);
    return draft;
  }

  #government({ country, text, seat }: Extract<Reference, { to: "government" }>): Draft {
    const row = this.#index.countries.get(country)!;
    const name = text === text.toUpperCase() && !seat ? (row.capital ?? text) : text;
    const draft = this.#get(`government ${country} ${seat ? text : ""}`, name, "government", true);
    draft.country = country;
    draft.public = true;
    // A seat is its own ("the Kremlin" is the presidency); a capital speaks for the state.
    if (!seat)
      for (const alias of [row.name, row.capital ?? "", ...row.capitalAliases])
        if (alias !== "" && alias !== draft.name) draft.aliases.add(alias);
    return draft;
  }

  #organization(refer: Extract<Reference, { to: "organization" }>): Draft {
    const draft = this.#organizationOf(refer);
    if (isPublicBody(draft.name) || draft.kind === "ministry" || draft.kind === "military") draft.public = true;
    return draft;
  }

  #organizationOf({ text, country, institution, kind, acronym }: Extract<Reference, { to: "organization" }>): Draft {
    const name = text.replace(/^the /i, "");
    const short = acronym === null ? undefined : this.#acronyms.get(acronym);
    if (short !== undefined) {
      if (short.name !== name) short.aliases.add(name);
      return short;
    }
    // "The Alliance" behind "the Darfur Alliance".
    const longer = /^\p{L}+$/u.test(name)
      ? this.#bodies.findLast((one) => one.name.toLowerCase().endsWith(` ${name.toLowerCase()}`))
      : undefined;
    if (longer !== undefined && country === null && organizationHeads.has(name.toLowerCase())) {
      longer.aliases.add(name);
      return longer;
    }
    const draft =
      institution === null
        ? this.#get(`organization ${nameKey(name, this.#index)}`, name, kind, true)
        : this.#institution(institution, country, name, kind, true);
    if (acronym !== null) {
      this.#acronyms.set(acronym, draft);
      if (acronym !== draft.name) draft.aliases.add(acronym);
    }
    return draft;
  }

  /** An institution of a state; without its state, the one of that kind named last. */
  #institution(institution: string, country: string | null, name: string, kind: ActorKind, named: boolean): Draft {
    const several = severalBodies.test(institution);
    const last = several ? undefined : this.#institutions.get(institution);
    if (country === null && last !== undefined) {
      if (name !== last.name) last.aliases.add(name);
      return last;
    }
    const draft = this.#get(`institution ${country ?? ""} ${institution}`, name, kind, named);
    draft.country ??= country;
    draft.plural = several && /(?:s|media|people|crowd)$/.test(institution);
    if (!several && (/^(?:ministry|military|government)$/.test(kind) || isPublicBody(name))) draft.public = true;
    if (country !== null && !several) {
      draft.named = true;
      draft.public = true;
    }
    if (!several) this.#institutions.set(institution, draft);
    return draft;
  }

  #person(finding: Finding, { text, parts, roles, heads, female, aged }: Extract<Reference, { to: "person" }>): Draft {
    const last = nameKey(parts.at(-1)!, this.#index);
    const first = nameKey(parts[0]!, this.#index);
    const same = this.#byLastName.get(last) ?? [];
    let draft =
      parts.length === 1
        ? (this.#recent.findLast((one) => same.includes(one)) ??
          same.at(-1) ??
          this.#byFirstName.get(last) ??
          this.#recent.findLast((one) => one.parts.slice(1, -1).some((part) => nameKey(part, this.#index) === last)))
        : same.find(
            (one) =>
              (one.parts.length === 1 || isSameFirst(first, nameKey(one.parts[0]!, this.#index))) &&
              (female === null || one.female === null || one.female === female),
          );
    if (draft === undefined) {
      // "A former pilot told the court … Ivar Lund, 61, said": the name of him who was told of just before.
      const nameless = aged === true && parts.length > 1 ? namelessBefore(this.#seen, finding) : null;
      draft = nameless ?? this.#get(`person ${text} ${this.drafts.length}`, text, "person", true);
      draft.name = text;
      draft.named = true;
      draft.parts = parts;
      this.#byLastName.set(last, [...same, draft]);
    }
    if (parts.length > draft.parts.length) {
      draft.aliases.add(draft.name);
      draft.name = text;
      draft.parts = parts;
      draft.aliases.delete(text);
    } else if (text !== draft.name) draft.aliases.add(text);
    if (draft.parts.length > 1 && !this.#byFirstName.has(first))
      this.#byFirstName.set(nameKey(draft.parts[0]!, this.#index), draft);
    draft.female ??= female;
    const told = genderOf(draft.parts);
    if (told?.sure && draft.parts.length > 1) draft.female ??= told.female;
    else draft.seems = told?.female ?? null;
    for (const role of roles) if (!role.plural) addRole(draft, role);
    for (const head of heads) draft.heads.add(head);
    return draft;
  }

  #phrase(finding: Finding, { phrase: printed, text, same }: Extract<Reference, { to: "phrase" }>): Draft | null {
    const phrase = this.#owned(finding, printed);
    const owner =
      isKin(phrase.head) && phrase.owner !== null ? findAntecedent(phrase.owner, finding, this.#seen) : null;
    if (same !== null) {
      // The role before a name comes before the name: the name is resolved first.
      const draft = this.#of.get(same) ?? this.draftOf(same);
      if (owner !== null && draft !== null) this.#kin.join(owner, draft);
      if (draft?.kind === "person" && phrase.head === "deputy" && phrase.owner !== null) {
        const chief = findAntecedent(phrase.owner, finding, this.#seen);
        for (const head of chief?.heads ?? []) draft.heads.add(`deputy ${head}`);
      }
      if (draft?.kind === "person" && draft.named && this.#isOfPublicBody(finding, phrase)) draft.public = true;
      return draft;
    }
    if (phrase.kind !== "role") return this.#body(phrase);
    const known = owner === null ? this.#called(finding, phrase) : this.#kin.of(owner, phrase.head, this.#recent);
    if (known !== null) return known;
    const distinct =
      phrase.determiner === "a"
        ? ` ${finding.start}`
        : phrase.determiner === "possessive"
          ? ` ${text.toLowerCase()} ${owner?.name ?? ""}`
          : "";
    const draft = this.#get(
      `phrase ${phrase.country ?? ""} ${phrase.bare.toLowerCase()}${distinct}`,
      phrase.bare,
      phrase.plural ? "group" : "person",
      false,
    );
    draft.country ??= phrase.country;
    draft.plural = phrase.plural;
    if (!phrase.plural) addRole(draft, phrase);
    else if (phrase.public) draft.public = true;
    if (owner !== null) this.#kin.join(owner, draft);
    return draft;
  }

  /** "Its director": is the body public that the person has a role of? */
  #isOfPublicBody(finding: Finding, { owner }: Phrase): boolean {
    if (owner !== "its" && owner !== "their") return false;
    const body = findAntecedent(owner, finding, this.#seen);
    return body !== null && body.kind !== "person" && body.public === true;
  }

  /** A body without a name of its own; "the agency" is the body named last that can be called so. */
  #body(phrase: Phrase): Draft {
    const key = institutionKey(phrase.head);
    const isBare = phrase.head === phrase.bare.toLowerCase();
    if (phrase.country === null && phrase.determiner === "the" && isBare && !phrase.plural) {
      const known = this.#bodies.findLast((one) => isCalledBody(one, phrase.head));
      if (known !== undefined) {
        known.aliases.add(phrase.bare);
        return known;
      }
    }
    const generic = phrase.kind === "group" || phrase.kind === "media" || !isBare;
    if (phrase.country !== null || !generic)
      return this.#institution(key, phrase.country, phrase.bare, phrase.kind as ActorKind, false);
    const draft = this.#get(`phrase ${phrase.bare.toLowerCase()}`, phrase.bare, phrase.kind as ActorKind, false);
    draft.plural = phrase.plural;
    if (phrase.kind === "organization") {
      if (isPublicBody(phrase.bare)) draft.public = true;
      // "Tranmere's office … the office".
      this.#institutions.set(key, draft);
    }
    return draft;
  }

  /** Whom "the minister", "the spokeswoman", "the farmer" stands for, of those told of before; null for nobody. */
  #called(finding: Finding, phrase: Phrase): Draft | null {
    if (phrase.plural || phrase.determiner === "a") return null;
    const isThe = phrase.determiner === "the";
    const called = this.#recent.filter(
      (one) =>
        this.#isCalled(one, phrase) &&
        (one.named || (isThe && one.heads.has(headInFull(phrase.head)) && this.#isNear(one, finding))),
    );
    const exact = called.findLast((one) => [...one.heads].some((head) => isThatRole(phrase.head, head)));
    const known = exact ?? called.at(-1) ?? this.#ofNoCountry(finding, phrase);
    const isExact = exact !== undefined;
    if (isExact || !isThe || phrase.country !== null) return known ?? null;
    if (!epithets.has(phrase.head)) return known ?? this.#onlyOne(finding, phrase);
    const female = femaleRoles.has(phrase.head) ? true : maleRoles.has(phrase.head) ? false : null;
    const canBe = (one: Draft): boolean =>
      one.named &&
      this.#isNear(one, finding) &&
      // "Vlach called the captain": in one sentence these are two.
      this.#nameLine.get(one) !== finding.line &&
      (female === null || one.female === null || one.female === female) &&
      (phrase.head === "old" || [...one.heads].every((head) => isKin(head) || plainTitles.test(head)));
    return this.#recent.findLast((one) => one === known || canBe(one)) ?? null;
  }

  /** "Dora Hale was up late. … the village head said": whoever alone was named of late, and of whom nothing is told. */
  #onlyOne(finding: Finding, phrase: Phrase): Draft | null {
    if (!finding.speaker || othersRoles.test(phrase.head)) return null;
    const near = this.#recent.filter(
      (one) => one.named && finding.line - (this.#lastLine.get(one) ?? -nearLines) <= fewLines,
    );
    // "The former oarsman": who was named in the sentence before.
    const isFormer = /^(?:former|retired|veteran|one-time)\b/i.test(phrase.bare);
    const one = isFormer ? near.at(-1) : near[0];
    if (isFormer && one !== undefined && finding.line - (this.#nameLine.get(one) ?? -9) === 1) return one;
    if (near.length !== 1 || one === undefined || this.#nameLine.get(one) === finding.line) return null;
    if (one.country !== null || [...one.heads].some((head) => !isKin(head) && !plainTitles.test(head))) return null;
    if (one.female === true ? maleRoles.has(phrase.head) : one.female === false && femaleRoles.has(phrase.head))
      return null;
    return one;
  }

  /** "The Labour councillor": the only one near with that role, where the document tells no country of his. */
  #ofNoCountry(finding: Finding, phrase: Phrase): Draft | undefined {
    if (phrase.country === null || phrase.determiner !== "the") return undefined;
    const near = this.#recent.filter(
      (one) => one.named && this.#isNear(one, finding) && [...one.heads].some((head) => isThatRole(phrase.head, head)),
    );
    return near.length === 1 && near[0]!.country === null ? near[0] : undefined;
  }

  /** "The Norwegian": who of that country was named last, else whoever was and has none. */
  #national(finding: Finding, country: string): Draft | null {
    const canBe = (one: Draft): boolean => one.named && this.#isNear(one, finding);
    return (
      this.#recent.findLast((one) => one.country === country && canBe(one)) ??
      this.#recent.findLast((one) => one.country === null && canBe(one)) ??
      null
    );
  }

  #isNear(one: Draft, { line }: Finding): boolean {
    return line - (this.#lastLine.get(one) ?? -nearLines - 1) <= nearLines;
  }

  /** "his defense minister", "its military": the owner's country is the phrase's. */
  #owned(finding: Finding, phrase: Phrase): Phrase {
    if (phrase.country !== null || phrase.owner === null || !/^(?:his|her|its|their)$/.test(phrase.owner))
      return phrase;
    const owner = findAntecedent(phrase.owner, finding, this.#seen);
    return owner === null ? phrase : { ...phrase, country: owner.country };
  }

  #isCalled(one: Draft, phrase: Phrase): boolean {
    if (phrase.country !== null && one.country !== null && one.country !== phrase.country) return false;
    if (phrase.country !== null && one.country === null) return false;
    if (phrase.determiner === "possessive" && phrase.country === null) return false;
    if (one.female === true && maleRoles.has(phrase.head)) return false;
    if (one.female === false && femaleRoles.has(phrase.head)) return false;
    return [...one.heads].some((head) => fits(phrase.head, head));
  }
}
