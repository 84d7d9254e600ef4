import { isAgency } from "../agency.ts";
import { bylineAuthors } from "../byline.ts";
import { isTimeStamp } from "../date.ts";
import { daysIn } from "../day-form.ts";
import { plainWords } from "../headline.ts";
import { isWeekday } from "../month.ts";
import { distanceOf, isAside, type MarkedElement, type PageElements, type Place } from "./element.ts";
import { type LinkedData, namesOf, type Thing } from "./json-ld.ts";

const authorNames = [
  "author",
  "parsely-author",
  "sailthru.author",
  "article:author_name",
  "article:author",
  "og:article:author",
  "og:author",
  "byl",
  "byline",
  "citation_author",
  "dc.creator",
  "dcterms.creator",
  "dc.contributor",
  "cxenseparse:author",
  "rnews:author",
  "mediator_author",
  "authors",
  "creator",
  "twitter:data1",
];

/** Does `name` name a person or a body, rather than a role, an account or a button ("Staff", "admin", "Share")? */
export const namesSomebody = (name: string): boolean => !nobody.test(name.trim());

/** What may stand before the names: "By", "Text: ", "Ein Beitrag von". English "by" is in nobody's name; the others are in some ("van", "von", "de"). */
const openings: readonly RegExp[] = [
  /^(?:\p{L}{2,15} ){0,3}by\s*:?\s+(?=\S)/iu,
  /^(?:(?:ein|eine|der|text|artikel|beitrag|gastbeitrag|kommentar|interview|analyse|kolumne|essay|bericht|reportage|protokoll|autor|redaktion|veröffentlicht|geschrieben|verfasst|gepostet|erstellt|eingestellt|publiziert|aufgezeichnet|zusammengestellt) ){0,3}von\s*:?\s+(?=\S)/iu,
  /^(?:(?:publié|écrit|rédigé|posté|propos recueillis|un article|texte|proposé) ){0,2}par\s*:?\s+(?=\S)/iu,
  /^(?:(?:escrito|publicado|publicada|texto|redactado|elaborado) ){0,2}por\s*:?\s+(?=\S)/iu,
  /^(?:(?:scritto|pubblicato|articolo|testo|a cura) )(?:da|di)\s*:?\s+(?=\S)|^di\s+(?=\p{Lu})/iu,
  /^(?:(?:geschreven|gepubliceerd|geplaatst|tekst) )?door\s*:?\s+(?=\S)|^(?:skrevet|skriven|publisert|publicerad|tekst) (?:av|af)\s+(?=\S)|^(?:av|af)\s+(?=\p{Lu})/iu,
  /^(?:words|story|text|texte|texto|testo|tekst|report|reporting|author|authors|autor|autorin|autoren|autore|auteur|auteurs|auteure|redakteur|redaktion|yazar|yazan|szerző|kirjoittaja|skribent|forfatter|автор|автори|авторы|текст|συντάκτης|piše|napisao|napisala|pisze|autorka|scrive|escribe|schreibt|文|作者|記者|投稿者|編集)\s?[:：]\s?/iu,
  /^(?:автор|yazan|作者|記者)\s+(?=\S)/iu,
  /^\S{0,40}(?:experte|expertin|redakteur|redakteurin|autor|autorin|korrespondent|korrespondentin|reporter|reporterin|mitarbeiter|mitarbeiterin|kolumnist|kolumnistin|correspondent|columnist|journalist)\s+(?=\p{Lu})/iu,
];

const withoutOpening = (text: string): string => {
  for (const form of openings) {
    const rest = text.replace(form, "");
    if (rest !== text) return rest;
  }
  return text;
};

/**
 * Names in a line that opens as a byline in any language ("Von Anna Tessel", "Piše: Anna Tessel", "by ライトハウス / 2016.12.01"); empty for any other line.
 * Such words open sentences and headlines too ("Von Grenzen und Zäunen"): each name must have two words with capitals, be in a script without capitals,
 * or stand behind a colon.
 */
export function openedAuthors(line: string): readonly string[] {
  if (line.length > 120 || /[.!?]["”’]?$/.test(line)) return [];
  const rest = withoutOpening(line);
  if (rest === line) return [];
  const isLabelled = /[:：]\s*$/.test(line.slice(0, line.length - rest.length));
  const names = authorsIn(line);
  const isSure = (name: string): boolean =>
    isLabelled ||
    /^\p{Lu}\S{0,30}\s(?:\S{1,12}\s){0,3}\p{Lu}/u.test(name) ||
    /^[\p{Lo} ・]{2,30}$/u.test(name.replace(/\p{Lm}/gu, ""));
  return names.every(isSure) ? names : [];
}

/** A company, not a person; in a field its seat follows: "Harbour Press GmbH, Lindava". */
const company =
  /\b(?:GmbH|AG|KG|Inc|Ltd|LLC|S\.?A\.?|S\.?r\.?l|B\.?V|Verlag|Verlagsgesellschaft|Publishing|Media Group|e\.\s?V)(?![\p{L}])/u;

/** An address of the web or of a mailbox. */
const address = /(?:https?:\/\/|www\.)\S{0,500}|\S{1,80}@\S{1,80}/gi;

/** Names of roles and accounts that name nobody. */
const nobody =
  /^(?:the )?(?:admin|administrator|administrateur|webmaster|web ?master|root|user|guest|anonymous|anonym|unknown|no author|no byline|null|undefined|none|n\/?a|author|authors|autor|editors?|editorial|editorial (?:staff|team|board)|staff|staff (?:writers?|reporters?)|news ?(?:room|desk|staff)|web ?desk|online ?(?:desk|redaktion|editor)|redaktion|redaktionsteam|die redaktion|redazione|la redazione|redacción|redaccion|redacao|redação|la rédaction|rédaction|redactie|redakcja|redakce|redacția|toimitus|redaktionen|redaksjonen|редакция|редакція|super ?user|team|contributor|contributors|press|press release|presse|pressestelle|wordpress|site ?admin|blog|home|news|default|system|me|facebook|twitter|\w{0,14}admin\w{0,4}|publisher|herausgeber|von|by|par|por|di|da|de|par la rédaction|авторы|автори|автор|autoren|auteurs|autores|verfasser|(?:veröffentlicht|geschrieben|published|posted|written|publié|publicado)(?: am| on| le| von| by| par| por)?|instagram|linkedin|share|follow|email|e-mail|website|more|read more|view all posts|see all|about|profile|bio)$/i;

const office =
  /\b(?:correspondents?|reporters?|writers?|editors?|staff|columnist|contributor|bureau chief|journalist|producer|fellow|professor|director|analyst|redakteur(?:in)?|korrespondent(?:in)?|journaliste|chefredakteur(?:in)?|volontär(?:in)?|autor(?:in)?|follow|updated|published|opinion|photographer)\b/iu;

/** Marks and words between two names, other than a comma. */
const joint =
  /\s*[;|•·&＆、／]\s*|\s?\/\s?|\s(?:and|und|et|y|e|en|og|och|i|и|та|ve|și|ja|és|και|with|mit|avec|con)\s/giu;

/** A day ends a byline, with what leads to it: "Anna Tessel am 12.11.2021". */
function withoutDay(text: string): string {
  const [first] = daysIn(text, { shortYears: true, order: "day-first" });
  if (first === undefined) return text;
  return text
    .slice(0, first.start)
    .replace(
      /[\s,|•·–—-]*(?:\s(?:on|am|vom|den|le|el|il|op|w dniu|em|veröffentlicht|published|updated|posted|at|\p{L}{2,10}tag))*[\s,|•·–—:-]*$/iu,
      "",
    );
}

/** What follows on a line of credits: others than the authors. */
const otherCredit =
  /[;,.]\s?(?:(?:additional|further) reporting|writing|editing|edited|translation|translated|photos?|foto|bilder|graphics?)\b.*$/iu;

/** A weekday behind a name belongs to the stamp: "Anna Tessel Friday, 14:05". */
const withoutWeekday = (name: string): string => {
  const last = /\s(\p{L}{2,14})$/u.exec(name);
  return last && last[1]!.length > 3 && isWeekday(last[1]!) ? name.slice(0, last.index) : name;
};

/** Parts of a byline that may be names. A comma behind the last word for "and" ends the names: an office or a place follows ("A und B, Lindava"), and so does one word behind a name of two. */
function partsIn(text: string): readonly string[] {
  const groups = text.split(joint);
  return groups.flatMap((group, at) => {
    const [first = "", ...more] = group.split(/\s*,\s*/);
    if (groups.length > 1 && at === groups.length - 1) return [first];
    return [first, ...more.filter((one) => /\s/.test(one) || !/\s/.test(first))];
  });
}

const isNameLike = (text: string): boolean => {
  // A host: "post.example".
  if (/^\S+\.[a-z]{2,7}$/.test(text)) return false;
  if (text.length < 2 || text.length > 60 || /^https?:|[<>{}=@#\\]|\.(?:com|org|net|html?)\b(?!$)|www\./i.test(text))
    return false;
  if (
    (/\d{3}/.test(text) && !/^\p{L}[\p{L}._-]{0,30}\d{1,4}$/u.test(text)) ||
    /[!?;:]/.test(text) ||
    !/\p{L}{2}/u.test(text) ||
    nobody.test(text) ||
    isTimeStamp(text)
  )
    return false;
  const words = text.split(/\s+/);
  // Names are capitalised but for small words; one word alone may be a pen name ("cortyn").
  return (
    words.length <= 6 && (words.length === 1 || words.every((word) => smallWord.test(word) || !/^\p{Ll}/u.test(word)))
  );
};

/** Small words inside of names. */
const smallWord =
  /^(?:de|da|das|do|dos|del|della|di|du|la|le|las|los|van|von|vom|vander|der|den|dem|ten|ter|zu|zur|zum|und|und|af|av|al|el|bin|bint|ibn|ben|y|e|i|of|the|d['’].*|l['’].*|'t|for|and|&)$/iu;

/** An office printed behind a name without a comma ("Anna Tessel Chefredakteurin"), and the outlet that somebody writes for. */
const officeBehind =
  /(?<=\p{L}{2}\s\S{1,30})\s(?:(?:senior |chief |staff |political |foreign |special |deputy )?(?:chef)?(?:redakteur|redakteurin|reporter|reporterin|korrespondent|korrespondentin|correspondent|writer|editor|volontär|volontärin|autor|autorin|journalist|journalistin|journaliste|sagt|says))$|\s(?:for|in|at|pour|für)\s.{1,60}$/iu;

const trimmed = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/\s?[([][^()[\]]{0,80}[)\]]/g, "")
    .replace(/^[\s,;:|•·／–—-]+|[\s,;:|•·／–—-]+$/g, "")
    .trim();

/**
 * Names in the text of a field or an element that is marked as the byline ("By Anna Tessel and Jan Orlik, border correspondents"), in order and
 * each once; without openings, offices, days, handles, addresses and names of roles ("Admin", "Staff"). Empty where nobody is named.
 */
export function authorsIn(text: string): readonly string[] {
  const front = text.slice(0, 300).replace(address, " ").trim();
  const line = /^reporting by/i.test(front) ? null : bylineAuthors(front);
  if (line !== null) return [...new Set(line.filter((name) => !nobody.test(name)))];
  // A company or a host with its seat: "post.example, Lindava, Norvia".
  if (company.test(front) || /^\S{2,40}\.[a-z]{2,7},\s/i.test(front)) return [];
  const rest = withoutOpening(withoutOpening(trimmed(withoutDay(front).replace(otherCredit, ""))));
  // "Tessel, Anna": the family name first.
  const turned = /^(\p{Lu}[\p{L}'’-]{1,30}), (\p{Lu}[\p{L}'’-]{1,30})$/u.exec(rest);
  if (turned && !nobody.test(turned[2]!) && !nobody.test(turned[1]!)) return [`${turned[2]} ${turned[1]}`];
  const parts = partsIn(rest).map(trimmed);
  const names: string[] = [];
  for (const part of parts) {
    // "Anna Tessel | Harbour Media for post.example": whom she works for.
    if (names.length > 0 && /\s(?:for|für|pour)\s/i.test(part)) continue;
    const name = withoutWeekday(withoutOpening(part).replace(officeBehind, "").trim());
    if (/^(?:updated|published|posted|on|in|at|for)\b/i.test(name)) break;
    if (name === "" || !isNameLike(name)) continue;
    // "Anna Tessel, border correspondent": an office behind a name is not another person.
    if (office.test(name) && (names.length > 0 || /^\p{Ll}/u.test(name))) continue;
    names.push(name);
  }
  return [...new Set(names)];
}

/** Authors of a page and where they were read. */
export interface ChosenAuthors {
  /** People, and bodies where no person is named; an agency beside a person is left to `agencies`. */
  readonly names: readonly string[];
  readonly agencies: readonly string[];
  readonly by: string;
}

/** Is this the outlet's own name, or its address? */
const isSite = (name: string, sites: ReadonlySet<string>): boolean => {
  const words = plainWords(name);
  return sites.has(words) || sites.has(words.replaceAll(" ", "")) || /^\S+\.(?:com|org|net|[a-z]{2})$/i.test(name);
};

/** Elements marked as bylines that stand at most so many tags from the headline belong to it. */
const nearHeadline = 200;

/**
 * Authors of the page's report, each once: of JSON-LD, then `meta`, then elements marked as the byline near the headline. Fields that name only the
 * outlet itself, an account or a role say nothing; an element printed as the byline may name the outlet. Empty `names` where nobody is found.
 */
export function authorsOf(...given: Parameters<typeof namedAuthors>): ChosenAuthors {
  const { names, by } = namedAuthors(...given);
  const agencies = names.filter(isAgency);
  return { names: agencies.length < names.length ? names.filter((name) => !isAgency(name)) : names, agencies, by };
}

function namedAuthors(
  elements: PageElements,
  report: Thing | null,
  data: LinkedData,
  headline: Place | null,
  siteNames: readonly string[],
): Omit<ChosenAuthors, "agencies"> {
  const sites = new Set(siteNames.flatMap((name) => [plainWords(name), plainWords(name).replaceAll(" ", "")]));
  const people = (texts: readonly string[]): readonly string[] => [
    ...new Set(texts.flatMap(authorsIn).filter((name) => !isSite(name, sites))),
  ];
  const linked =
    report === null
      ? []
      : people([
          ...namesOf(report.author, data),
          ...(report.author === undefined ? namesOf(report.creator, data) : []),
        ]);
  if (linked.length > 0) return { names: linked, by: "json-ld author" };
  for (const name of authorNames) {
    const found = people(elements.fields.get(name)?.slice(0, name === "twitter:data1" ? 1 : 20) ?? []);
    const isLabelled =
      name !== "twitter:data1" ||
      /written by|author|autor|verfasst|écrit|escrito|scritto|написа/i.test(
        elements.fields.get("twitter:label1")?.[0] ?? "",
      );
    if (found.length > 0 && isLabelled) return { names: found, by: `meta ${name}` };
  }
  // What is long and has sentences tells of an author; it is no byline.
  const isProse = ({ text }: MarkedElement): boolean => text.length > 100 && /\p{Ll}{3}[.!?]\s\p{Lu}/u.test(text);
  const marked = elements.marked
    .filter((element) => element.role === "byline" && !isAside(element, headline) && !isProse(element))
    .slice(0, 200);
  const printed = marked
    .filter((element) => distanceOf(element, headline) < nearHeadline)
    .sort((one, other) => distanceOf(one, headline) - distanceOf(other, headline))
    .slice(0, 20);
  for (const element of printed) {
    const names = authorsIn(element.value !== null && element.text === "" ? element.value : element.text);
    if (names.length > 0) return { names, by: element.by };
  }
  // Far from the headline, below the text: whoever is the only one named so on the page.
  const far = marked
    .map((element) => ({ by: element.by, names: authorsIn(element.text) }))
    .filter(({ names }) => names.length > 0);
  const [one] = far;
  return one !== undefined && far.every(({ names }) => names.length === 1 && names[0] === one.names[0])
    ? one
    : { names: [], by: "" };
}
