import { isAgency } from "../agency.ts";
import { isTimeStamp } from "../date.ts";
import { daysIn } from "../day-form.ts";
import { isWeekday } from "../month.ts";

/** Does `name` name a person or a body, rather than a role, an account or a button ("Staff", "admin", "Share")? */
export const namesSomebody = (name: string): boolean => !nobody.test(name.trim());

/** A person's office before a colon: "Autor/in:", "Autor:innen:", "Autor(en):". */
const labels =
  "words|story|text|text (?:und|and|et|y|&) (?:fotos?|photos?|bilder?)|texte et photos?|texto y fotos?|contributor|opinion|opinión|redactor|redaktor|redaktorka|kommentar|analyse|analysis|commentary|texte|texto|testo|tekst|report|reporting|interview|author|authors|autor|autorin|autoren|autores|autore|auteur|auteurs|auteure|redakteur|redaktion|verfasser|verfasserin|yazar|yazan|haber|szerző|írta|kirjoittaja|teksti|skribent|forfatter|penulis|oleh|автор|автори|авторы|текст|кореспондент|корреспондент|редактор|συντάκτης|κείμενο|piše|napisao|napisala|pisze|opracowanie|oprac\\.|autorka|scrive|escribe|schreibt|scris de|bởi|tác giả|文|作者|記者|记者|撰文|投稿者|編集|بقلم|كتب|كتبت|الكاتب|מאת|نویسنده|लेखक";

/** What may stand before the names: "By", "Text: ", "Ein Beitrag von". English "by" is in nobody's name; the others are in some ("van", "von", "de"). */
const openings: readonly RegExp[] = [
  /^von unser\p{L}{0,3} \p{L}{4,20}\s(?=\p{Lu})/iu,
  /^(?:\p{L}{2,15} ){0,3}by\s*:?\s+(?=\S)/iu,
  /^(?:(?:ein|eine|der|text|artikel|beitrag|gastbeitrag|kommentar|interview|analyse|kolumne|essay|bericht|reportage|protokoll|pressemitteilung|rezension|autor|redaktion|veröffentlicht|geschrieben|gespeichert|verfasst|gepostet|erstellt|eingestellt|eingetragen|publiziert|aufgezeichnet|zusammengestellt) ){0,3}von\s*:?\s+(?=\S)/iu,
  /^(?:(?:publié|écrit|rédigé|posté|propos recueillis|recueilli|propos|un article|texte|proposé) ){0,2}par\s*:?\s+(?=\S)/iu,
  /^(?:(?:escrito|publicado|publicada|texto|redactado|elaborado) ){0,2}por\s*:?\s+(?=\S)/iu,
  /^(?:(?:scritto|pubblicato|articolo|testo|a cura) )(?:da|di)\s*:?\s+(?=\S)|^di\s+(?=\p{Lu})/iu,
  /^(?:(?:geschreven|gepubliceerd|geplaatst|tekst) )?door\s*:?\s+(?=\S)|^(?:skrevet|skriven|publisert|publicerad|tekst) (?:av|af)\s+(?=\S)|^(?:av|af)\s+(?=\p{Lu})/iu,
  new RegExp(`^(?:${labels})(?:[/*:_]?in(?:nen)?|\\((?:en|in|innen|s)\\))?\\s?[:：／]\\s?`, "iu"),
  /^(?:scris|publicat|realizat) de\s+(?=\S)|^dal? (?:nostro|nostra) (?:inviat|corrispondent)[aeo]\s(?=\p{Lu})|^(?:του|της|των|από τον|από την|γράφει ο|γράφει η)\s(?=\p{Lu})/iu,
  /^(?:автор|yazan|بقلم|作者|記者|记者)\s+(?=\S)|^(?:autor(?:in|en|innen)|author)\s+(?=\p{Lu})/iu,
  /^\p{Script=Han}{0,8}(?:记者|記者)[\s：:]{1,3}(?=\p{Script=Han})|^(?:本[报報])?(?:記者|记者)(?=\p{Script=Han}{2,4}(?:$|[\s／/]))|^\p{Script=Han}{2,8}\s(?:記者|记者)(?=\p{Script=Han}{2,4}[／/])/u,
  /^\S{0,40}(?:experte|expertin|redakteur|redakteurin|autor|autorin|korrespondent|korrespondentin|reporter|reporterin|mitarbeiter|mitarbeiterin|kolumnist|kolumnistin|correspondent|columnist|journalist|rechtsanwalt|rechtsanwältin)\s+(?=\p{Lu})/iu,
];

/** Openings that no sentence begins with: behind them a pen name or initials are sure too. */
const sureOpening =
  /^(?:posted|written|published|submitted|eingestellt|gespeichert|verfasst|geschrieben|gepostet|veröffentlicht|publié|posté|rédigé|publicado|escrito|scritto|pubblicato|geschreven|geplaatst|skrevet|skriven) (?:by|von|par|por|da|door|av|af)\s/i;

/** Those who did something else than write: "Photo by", "Translated by", "(Image: Anna Tessel)". */
const otherOffice =
  /^[([]?(?:(?:stock )?(?:photos?|photograph|photography|photo illustration|images?|pictures?|pics?|video|film|graphics?|illustration|cover|header|fotos?|bild|bilder|titelbild|symbolbild|grafik|zdjęcie|фото|照片)(?:s?\s(?:by|von|par|por|di|credit)\b|\s?[:：])|(?:medically |fact |technically )?(?:translated|edited|reviewed|verified|checked|sponsored|powered|designed|presented|hosted|built|made|read|narrated|provided|compiled|approved|revised edition|übersetzt|übersetzung|geprüft|gelesen|produziert|präsentiert|empfohlen|traduit|traducido|traduzido|tradotto|leído|revisado|offert|sponsorisé|responsible editor)\b|责任编辑|責任編輯)/iu;

/** Korean reporters have their office behind the name: "한소라 기자". */
const koreanAuthors = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/(?<!\p{L})(\p{Script=Hangul}{2,4})\s(?:기자|특파원|논설위원)(?!\p{L})/gu)].map(
      ([, name]) => name!,
    ),
  ),
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
  if (line.length > 120 || /(?<!\s\p{Lu}|\d)[.!?]["”’]?$/u.test(line) || otherOffice.test(line)) return [];
  const korean = koreanAuthors(line);
  if (korean.length > 0) return line.length <= 40 ? korean : [];
  const front = line.replace(/^[\s–—-]{1,8}/, "");
  const rest = withoutOpening(front);
  if (rest === front) return [];
  const isLabelled = /[:：／]\s*$/.test(front.slice(0, front.length - rest.length)) || sureOpening.test(front);
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
const address = /(?:https?:\/\/|www\.)\S{0,500}|[\w.+-]{1,80}@[\w-]{1,60}\.[\w.-]{1,60}|@\w{1,30}/gi;

/** Names of roles and accounts that name nobody. */
const nobody =
  /^(?:the |our )?(?:(?:staff|news|wire|agency|agencies)(?: and| &)?[\p{L} ]{0,30} reports?|admin|administrator|administrateur|webmaster|web ?master|root|user|guest|anonymous|anonym|anónimo|anonimo|anonyme|unknown|unbekannt|agencies|agenturen|agencias|agências|agenzie|agences|from|(?:auswärtige |externe )autoren|(?:guest|gast)(?: ?autor| ?author)?|redaktori|red|gmt|utc|est|edt|pst|pdt|cet|bst|ist|mins?|newsdesk|(?:online |web |news |digital |chief |copy |senior |managing |site ){1,2}(?:editors?|desk|staff|team|producers?)|no author|no byline|null|undefined|none|n\/?a|author|authors|autor|auteur|auteurs|autore|yazar|editors?|editorial|editorial|editorial (?:staff|team|board)|staff|staff (?:writers?|reporters?)|news ?(?:room|desk|staff)|web ?desk|online ?(?:desk|redaktion|editor)|redaktion|redaktionsteam|die redaktion|redazione|la redazione|redacción|redaccion|redacao|redação|la rédaction|rédaction|redactie|redakcja|redakce|redacția|toimitus|redaktionen|redaksjonen|редакция|редакція|super ?user|team|contributor|contributors|press|press release|presse|pressestelle|wordpress|site ?admin|blog|home|news|full bio|bio|alle artikel|weitere artikel|more from|default|system|me|facebook|twitter|\w{0,14}admin\w{0,4}|publisher|herausgeber|publiziert|aktualisiert|von|by|par|por|di|da|de|par la rédaction|авторы|автори|автор|autoren|auteurs|autores|verfasser|(?:veröffentlicht|geschrieben|published|posted|written|publié|publicado)(?: am| on| le| von| by| par| por)?|instagram|linkedin|share|follow|email|e-mail|website|more|read more|view all posts|see all|about|profile|bio)$/iu;

const office =
  /\b(?:correspondents?|reporters?|writers?|editors?|staff|columnist|contributor|bureau chief|journalist|producer|fellow|professor|director|analyst|redakteur(?:in)?|korrespondent(?:in)?|journaliste|chefredakteur(?:in)?|volontär(?:in)?|autor(?:in)?|follow|updated|published|opinion|photographer)\b/iu;

/** Marks and words between two names, other than a comma. */
const joint =
  /\s*[;|•·&＆、／]\s*|\s?\/\s?|\s(?:and|und|et|y|e|en|og|och|i|и|та|ve|și|ja|és|και|with|mit|avec|con)\s/giu;

/** A time of the day, or how long ago it was. */
const behindTime =
  /\s(?:(?:at|um|à|às|alle|a las|kl\.?|o godz\.?|в|о)\s\d{1,2}[:.h]\d\d(?!\d).{0,100}|(?:prije|pre|vor|hace|há|il y a|przed|pred)\s\d{1,3}\s.{1,40}|\d{1,3}\s\p{L}{1,8}\s(?:ago|fa|geleden|siden|sedan|temu|назад|тому|önce|atrás))$/iu;

/** A day ends a byline, with what leads to it: "Anna Tessel am 12.11.2021". */
function withoutDay(text: string): string {
  const [first] = daysIn(text, { shortYears: true, order: "day-first" });
  if (first === undefined)
    return text
      .replace(behindTime, "")
      .replace(/^(?:published|updated|posted)?[\s:]{0,3}\d{1,2}:\d\d\s(?=\p{L})/iu, "");
  // In front of the names: "12 November 2021 by Anna Tessel".
  if (first.start < 3)
    return text
      .slice(first.end)
      .replace(/^[\s,|/•·–—-]*(?:(?:at |um )?\d{1,2}[:.]\d\d(?:\s?(?:am|pm|uhr))?[\s,|/•·–—-]*)?/iu, "");
  return text
    .slice(0, first.start)
    .replace(
      /[\s,|•·–—-]*(?:\s(?:on|am|vom|den|le|el|il|op|w dniu|em|veröffentlicht|published|updated|posted|at|\p{L}{2,10}tag|Mo|Di|Mi|Do|Fr|Sa|So))*[\s,|•·–—:-]*$/iu,
      "",
    );
}

/** Words that bodies are called by, in the languages that pages of news are in; none is a family name. */
const bodyWord =
  /(?:^|[\s/-])(?:\p{L}{0,30}(?:ministerium|anstalt|institut|institute|instituto|verband|verein|fraktion|partei|gesellschaft|stiftung|hochschule|redaktion|magazin|zeitung|verlag|werbeagentur)|ministry|ministère|ministerio|universit\p{L}{1,4}|foundation|association|council|agency|agencia|agence|agentur|department|committee|kommission|commission|redacción|redacao|redação|redakcja|redazione|rédaction|redactie|redakce|team|staff|desk|newsroom|bureau|büro|magazine|press|news|times|journal|herald|tribune|gazette|chronicle|guardian|telegraph|observer|daily|noticias|media|online|tv|radio|gmbh|ag|inc|ltd|e\.\s?v|sekretariat|secretariat|coordenadoria|prefeitura|kreuz|society|centre|center|zentrum|group|club|blog|services?|editorial|republik|republic)(?=$|[\s/.,-])/iu;

/** Does `name` name a body rather than a person, by its words: "Harbour News Desk", "Institut für Küstenschutz"? */
export const isBody = (name: string): boolean => bodyWord.test(name);

const personForm =
  /^(?:\p{Lu}[\p{L}'’.-]{0,30}\s){1,3}\p{Lu}[\p{L}'’-]{1,30}$|^\p{Script=Hangul}{2,4}$|^\p{Script=Han}{1,3}[^社报報網网部局台]$/u;

/** Has `name` the form of a person's: two to four words with capitals and none that bodies are called by? */
export const isPerson = (name: string): boolean => personForm.test(name) && !isBody(name);

/** A body whose name has an "and" inside: "Institut für Küste und Meer". */
function bodyWithJoint(text: string): boolean {
  if (text.length > 100 || /[,;|•·]/.test(text) || !isBody(text)) return false;
  const [first = "", ...more] = text.split(joint);
  return more.length > 0 && !isPerson(first) && !isAgency(first);
}

/** What follows on a line of credits: others than the authors. */
const otherCredit =
  /[;,.]\s?(?:(?:additional|further) reporting|writing|editing|edited|translation|translated|photos?|foto|bilder|graphics?)\b.*$|\s(?:编辑|編輯|责任编辑|責任編輯|摄影|攝影)\s?[：:].*$/iu;

/** A weekday behind a name belongs to the stamp: "Anna Tessel Friday, 14:05". */
const withoutWeekday = (name: string): string => {
  const last = /\s(\p{L}{2,14})$/u.exec(name);
  return last && last[1]!.length > 3 && isWeekday(last[1]!) ? name.slice(0, last.index) : name;
};

/** What follows a name and a comma that names no other person. */
const notBehindComma =
  /^(?:de|da|en|in|aus|from|à|at|bei|ressort|redaktion|leit|dpa|jr|sr)(?=$|[\s.])|(?:報導|報道|报道)$/iu;

/** Where each of several reporters was: "Anna Tessel in Lindava and Jan Orlik in Brest". */
const reportersPlace =
  /\s(?:in|aus|à|en)\s\p{Lu}[\p{L}-]{1,20}(?:\s\p{Lu}[\p{L}-]{1,20})?(?=\s(?:and|und|et|y|&)\s|\s?,\s)/gu;

/** Parts of a byline that may be names. A comma behind the last word for "and" ends the names: an office or a place follows ("A und B, Lindava"), and so does one word behind a name of two. */
function partsIn(text: string): readonly string[] {
  const groups = text.split(joint);
  return groups.flatMap((group, at) => {
    const [first = "", ...more] = group.split(/\s*,\s*/);
    if (groups.length > 1 && at === groups.length - 1) return [first];
    return [first, ...more.filter((one) => (/\s/.test(one) || !/\s/.test(first)) && !notBehindComma.test(one))];
  });
}

const isNameLike = (text: string, isOpened: boolean): boolean => {
  // A host: "post.example". Behind "By" it is the outlet as the author.
  if (/^\S+\.[a-z]{2,7}$/i.test(text)) return isOpened;
  if (
    text.length < 2 ||
    text.length > 60 ||
    /^\d/.test(text) ||
    /^https?:|[<>{}=@#\\]|\.(?:com|org|net|html?)\b(?!$)|www\./i.test(text)
  )
    return false;
  if (
    (/\d{3}/.test(text) && !/^\p{L}[\p{L}._-]{0,30}\d{1,4}$/u.test(text)) ||
    /[!?;:]/.test(text) ||
    !(/\p{L}{2}/u.test(text) || /^\p{Lu}\.?\s?\p{Lu}\.?$|^\p{L}[\p{L}\d_.-]{2,20}$/u.test(text)) ||
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

/** Words of a sentence, not a name: "brief rules of the trade". */
const isPhrase = (text: string): boolean =>
  text.split(" ").filter((word) => /^\p{Ll}{2}/u.test(word) && !smallWord.test(word)).length > 2;

/** Small words inside of names. */
const smallWord =
  /^(?:de|da|das|do|dos|del|della|di|du|la|le|las|los|van|von|vom|vander|der|den|dem|ten|ter|zu|zur|zum|und|und|af|av|al|el|bin|bint|ibn|ben|y|e|i|of|the|d['’].*|l['’].*|'t|for|and|&)$/iu;

/** An office printed behind a name without a comma ("Anna Tessel Chefredakteurin"), and the outlet that somebody writes for. */
const officeBehind =
  /(?<=\p{L}{2}\s\S{1,30})\s(?:(?:senior |chief |staff |political |foreign |special |deputy )?(?:chef)?(?:redakteur|redakteurin|reporter|reporterin|korrespondent|korrespondentin|correspondent|writer|editor|volontär|volontärin|autor|autorin|journalist|journalistin|journaliste|corresponsal|enviada? especial|sagt|says))$|\s(?:for|in|at|pour|für)\s.{1,60}$|\s(?:for|of) the\s.{1,60}$|(?<=\p{L}{2}\s\S{1,30})\s[–—-]\s.{1,60}$/iu;

const trimmed = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/^[([【]([^()[\]【】–—-]{2,60})[)\]】]$/u, "$1")
    .replace(/\s?[([【][^()[\]【】]{0,80}[)\]】]/g, "")
    .replace(/^[\s,;:|•·／»«›‹–—-]+|[\s,;:|•·／»«›‹([–—-]+$/g, "")
    .replace(/^(?:(?:Prof|Dr|Mag|Dipl|Ing|Univ|med|jur|phil|h\.c)\.[\s-]?){1,4}(?=\p{Lu})/u, "")
    .replace(/(?<=\p{L}{3})\.$/u, "")
    .replace(behindName, "")
    .replace(/(?<=\p{L})\s\d{1,3}$/u, "")
    .replace(/,?\s(?:ph\.?\s?d|m\.?d|m\.?a|b\.?a|llm|mba|esq)\.?$/iu, "")
    .trim();

/** Links printed behind a name in its element: "Anna Tessel About View all posts". */
const behindName =
  /(?<=\S)\s(?:(?:publiziert|veröffentlicht|published|updated|aktualisiert|posted|erstellt)(?:$|\s)|our\s|about(?:$|\s)|über(?:$|\s)|follow(?:$|\s)|full bio|view (?:all|author|profile|more|bio)|see (?:all|more)|show (?:all|more)|more (?:by|from|about)|alle (?:artikel|beiträge)|weitere (?:artikel|beiträge)|mehr (?:von|über)|voir|ver (?:más|mais|todos)|tous ses|e-?mail(?:$|\s)|twitter(?:$|\s)|facebook(?:$|\s)|instagram(?:$|\s)).{0,300}$/iu;

/** A person's name in front of an office that has the outlet before it: "Anna Tessel Harbour Post Reporter". */
function withoutOffice(name: string): string {
  const words = name.split(" ");
  if (words.length < 4 || !officeWord.test(words.at(-1)!)) return name;
  const length = words.findIndex((word, at) => at > 0 && !smallWord.test(word) && !/^\p{Lu}\.$/u.test(word)) + 1;
  return words.slice(0, length).join(" ");
}

const officeWord =
  /^(?:reporter(?:in)?|correspondent|editor|writer|producer|columnist|journalist(?:in)?|redakteur(?:in)?|korrespondent(?:in)?|corresponsal|contributor|analyst)$/iu;

/** Is one name printed twice, as for a wide and a narrow window? Then it once. */
function undoubled(name: string): string {
  const words = name.split(" ");
  const half = words.slice(0, words.length / 2).join(" ");
  return words.length % 2 === 0 && `${half} ${half}` === name ? half : name;
}

/**
 * Names in the text of a field or an element that is marked as the byline ("By Anna Tessel and Jan Orlik, border correspondents"), in order and
 * each once; without openings, offices, days, handles, addresses and names of roles ("Admin", "Staff"). Empty where nobody is named.
 */
export function authorsIn(text: string): readonly string[] {
  const front = text.slice(0, 300).replace(address, " ").trim();
  if (otherOffice.test(front)) return [];
  const korean = koreanAuthors(front);
  if (korean.length > 0) return korean;
  // A company or a host with its seat: "post.example, Lindava, Norvia".
  if (company.test(front) || /^\S{2,40}\.[a-z]{2,7},\s/i.test(front)) return [];
  const rest = withoutOpening(
    withoutOpening(trimmed(withoutDay(front).replace(otherCredit, "").replace(reportersPlace, ""))),
  );
  // "Tessel, Anna": the family name first.
  const turned = /^(\p{Lu}[\p{L}'’-]{1,30}), (\p{Lu}[\p{L}'’-]{1,30})$/u.exec(rest);
  if (turned && !isAgency(turned[1]!) && !nobody.test(turned[2]!) && !nobody.test(turned[1]!))
    return [`${turned[2]} ${turned[1]}`];
  if (bodyWithJoint(rest)) return nobody.test(rest) ? [] : [rest];
  const isOpened = withoutOpening(front) !== front;
  // Behind "By" a bar ends the names: "By Anna Tessel | Harbour Post".
  const parts = partsIn(isOpened ? rest.replace(/\s[|•·]\s.*$/u, "") : rest).map(trimmed);
  if (parts.length > 1 && isPhrase(parts[0]!)) return [];
  const names: string[] = [];
  for (const part of parts) {
    // "Anna Tessel | Harbour Media for post.example": whom she works for. "Anna Tessel, border correspondent": an office behind a name is not another person.
    if (names.length > 0 && (/\s(?:for|für|pour)\s/i.test(part) || office.test(part))) continue;
    if (nobody.test(withoutOpening(part)) || officeAlone.test(part) || /(?:報導|報道|报道)$/u.test(part)) continue;
    const name = nameIn(part);
    if (/^(?:updated|published|posted|on|in|at|for)\b/i.test(name)) break;
    if (name === "" || !isNameLike(name, isOpened)) continue;
    if (/^\p{Ll}/u.test(name) && office.test(name)) continue;
    names.push(name);
  }
  return [...new Set(ofOneKind(names))];
}

/** An office without a name: "Senior Politics Reporter". */
const officeAlone =
  /^(?:senior|chief|staff|deputy|special|national|political|politics|foreign|sports?|business|science)\s(?:\p{L}{2,14}\s){0,2}(?:reporters?|correspondents?|editors?|writers?|producers?|columnists?|contributors?)$/iu;

function nameIn(part: string): string {
  const [front = ""] = part.split(/\s[–—-]\s/u, 1);
  if (isAgency(front)) return front;
  // "By Harbour Post staff": the outlet.
  const outlet = /^([^\p{Ll}]\S{1,30}(?:\s\S{1,30})?)\sstaff$/u.exec(withoutWeekday(part))?.[1];
  if (outlet !== undefined) return outlet;
  return undoubled(withoutWeekday(trimmed(withoutOffice(withoutOpening(part)).replace(officeBehind, ""))));
}

/** Beside people bodies are whom they work for ("Anna Tessel, Harbour News Service"), and a word behind an agency is the place. */
function ofOneKind(names: readonly string[]): readonly string[] {
  const [first] = names;
  if (first !== undefined && isAgency(first) && names.every((name) => isAgency(name) || !/\s/.test(name)))
    return names.filter(isAgency);
  return names.some(isPerson) ? names.filter((name) => isAgency(name) || !isBody(name)) : names;
}
