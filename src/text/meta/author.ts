import { bylineAuthors } from "../byline.ts";
import { isTimeStamp } from "../date.ts";
import { daysIn } from "../day-form.ts";
import { plainWords } from "../headline.ts";
import { distanceOf, isAside, type PageElements, type Place } from "./element.ts";
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
  /^(?:words|story|text|texte|texto|testo|tekst|report|reporting|author|authors|autor|autorin|autoren|autore|auteur|auteurs|auteure|redakteur|redaktion|yazar|yazan|szerző|kirjoittaja|skribent|forfatter|автор|автори|авторы|текст|συντάκτης|文|作者|記者|投稿者|編集)\s?[:：]\s?/iu,
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

/** A company, not a person; in a field its seat follows: "Harbour Press GmbH, Lindava". */
const company =
  /\b(?:GmbH|AG|KG|Inc|Ltd|LLC|S\.?A\.?|S\.?r\.?l|B\.?V|Verlag|Verlagsgesellschaft|Publishing|Media Group|e\.\s?V)(?![\p{L}])/u;

/** An address of the web or of a mailbox. */
const address = /(?:https?:\/\/|www\.)\S{0,500}|\S{1,80}@\S{1,80}/gi;

/** Names of roles and accounts that name nobody. */
const nobody =
  /^(?:the )?(?:admin|administrator|administrateur|webmaster|web ?master|root|user|guest|anonymous|anonym|unknown|null|undefined|none|n\/?a|author|authors|autor|editors?|editorial|editorial (?:staff|team|board)|staff|staff (?:writers?|reporters?)|news ?(?:room|desk|staff)|web ?desk|online ?(?:desk|redaktion|editor)|redaktion|redaktionsteam|die redaktion|redazione|la redazione|redacción|redaccion|redacao|redação|la rédaction|rédaction|redactie|redakcja|redakce|redacția|toimitus|redaktionen|redaksjonen|редакция|редакція|super ?user|team|contributor|contributors|press|press release|presse|pressestelle|wordpress|site ?admin|blog|home|news|default|system|me|facebook|twitter|\w{0,6}admin\w{0,4}|instagram|linkedin|share|follow|email|e-mail|website|more|read more|view all posts|see all|about|profile|bio)$/i;

const office =
  /\b(?:correspondents?|reporters?|writers?|editors?|staff|columnist|contributor|bureau chief|journalist|producer|fellow|professor|director|analyst|redakteur(?:in)?|korrespondent(?:in)?|journaliste|chefredakteur(?:in)?|volontär(?:in)?|autor(?:in)?|follow|updated|published|opinion|photographer)\b/iu;

/** Marks and words between two names, other than a comma. */
const joint = /\s*[;|•·&＆、]\s*|\s?\/\s?|\s(?:and|und|et|y|e|en|og|och|i|и|та|ve|și|ja|és|και|with|mit|avec|con)\s/giu;

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
  if (text.length < 2 || text.length > 60 || /^https?:|[<>{}=@#\\]|\.(?:com|org|net|html?)\b(?!$)|www\./i.test(text))
    return false;
  if (/\d{3}|[!?;:]/.test(text) || !/\p{L}{2}/u.test(text) || nobody.test(text) || isTimeStamp(text)) return false;
  return text.split(/\s+/).length <= 6;
};

const trimmed = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/\s?[([][^()[\]]{0,80}[)\]]/g, "")
    .replace(/^[\s,;:|•·–—-]+|[\s,;:|•·–—-]+$/g, "")
    .trim();

/**
 * Names in the text of a field or an element that is marked as the byline ("By Anna Tessel and Jan Orlik, border correspondents"), in order and
 * each once; without openings, offices, days, handles, addresses and names of roles ("Admin", "Staff"). Empty where nobody is named.
 */
export function authorsIn(text: string): readonly string[] {
  const front = text.slice(0, 300).replace(address, " ").trim();
  const line = /^reporting by/i.test(front) ? null : bylineAuthors(front);
  if (line !== null) return [...new Set(line.filter((name) => !nobody.test(name)))];
  if (company.test(front)) return [];
  const rest = withoutOpening(withoutOpening(trimmed(withoutDay(front).replace(otherCredit, ""))));
  // "Tessel, Anna": the family name first.
  const turned = /^(\p{Lu}[\p{L}'’-]{1,30}), (\p{Lu}[\p{L}'’-]{1,30})$/u.exec(rest);
  if (turned && !nobody.test(turned[2]!) && !nobody.test(turned[1]!)) return [`${turned[2]} ${turned[1]}`];
  const parts = partsIn(rest).map(trimmed);
  const names: string[] = [];
  for (const part of parts) {
    const name = withoutOpening(part);
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
  readonly names: readonly string[];
  readonly by: string;
}

/** Is this the outlet's own name, or its address? */
const isSite = (name: string, sites: ReadonlySet<string>): boolean => {
  const words = plainWords(name);
  return sites.has(words) || sites.has(words.replaceAll(" ", "")) || /^\S+\.(?:com|org|net|[a-z]{2})$/i.test(name);
};

/** Elements marked as bylines that stand at most so many tags from the headline belong to it. */
const nearHeadline = 120;

/**
 * Authors of the page's report, each once: of JSON-LD, then `meta`, then elements marked as the byline near the headline. Fields that name only the
 * outlet itself, an account or a role say nothing; an element printed as the byline may name the outlet. Empty `names` where nobody is found.
 */
export function authorsOf(
  elements: PageElements,
  report: Thing | null,
  data: LinkedData,
  headline: Place | null,
  siteNames: readonly string[],
): ChosenAuthors {
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
  const printed = elements.marked
    .filter(
      (element) =>
        element.role === "byline" && !isAside(element, headline) && distanceOf(element, headline) < nearHeadline,
    )
    .sort((one, other) => distanceOf(one, headline) - distanceOf(other, headline))
    .slice(0, 20);
  for (const element of printed) {
    const names = authorsIn(element.value !== null && element.text === "" ? element.value : element.text);
    if (names.length > 0) return { names, by: element.by };
  }
  return { names: [], by: "" };
}
