import type { IsoDay } from "../model/document.ts";
import { type DateForms, daysIn, type NumberOrder } from "./day-form.ts";
import { isWeekday, monthOf, plainWord } from "./month.ts";

/** The first day in `text` that is named in full and exists (`daysIn`); else null. */
export const dayIn = (text: string, given: DateForms = {}): IsoDay | null => daysIn(text, given)[0]?.day ?? null;

const timeForm = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?$/i;
/** Seconds or milliseconds since 1970, from 2001 on. */
const epochForm = /^(\d{10})(\d{3})?$/;

/** The day of a field that begins as ISO 8601, as nearly all do; null where it does not. */
const leadingDay = (field: string): IsoDay | null => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(field);
  return parts === null ? null : dayIn(parts[0]);
};

/**
 * The day or time that a field of a page gives, as ISO 8601 and as exact as it is there: with its time only where that is written in ISO 8601,
 * else the day; seconds or milliseconds since 1970 give their day in UTC. Null where no day that exists is named in full.
 */
export function isoIn(field: string, order: NumberOrder = null): string | null {
  const trimmed = field.trim().slice(0, 100);
  const epoch = epochForm.exec(trimmed);
  if (epoch && !/^(?:19|20)\d{6}(?:[01]\d|2[0-3])$/.test(trimmed))
    return new Date(Number(epoch[1]) * 1000).toISOString().slice(0, 10);
  const day = leadingDay(trimmed) ?? dayIn(trimmed, { order, shortYears: true, runTogether: true });
  const time = timeForm.exec(trimmed);
  if (day === null || !time || Number(time[2]!.slice(0, 2)) > 23 || Number(time[2]!.slice(3, 5)) > 59) return day;
  return `${day}T${time[2]!.replace(",", ".")}${(time[3] ?? "").toUpperCase()}`;
}

/** Countries that write the month first; Canada writes both. */
const monthFirstTags = /^en[-_](?:us|ph)\b/i;

/** How a page in the language `tag` (BCP 47: "en-GB", "de") orders the numbers of "11/12/2021"; null for English without a country and for Canada. */
export function numberOrderOf(tag: string | null): NumberOrder {
  if (tag === null || /^en(?:[-_]ca)?$/i.test(tag) || !/^[a-z]{2,3}(?![a-z])/i.test(tag)) return null;
  return monthFirstTags.test(tag) ? "month-first" : "day-first";
}

// Words, without accents, by which pages say of what a day is the day: English, then the languages of `month.ts`. A star stands for any ending.
const publishedWords = (
  "publish* posted post first original* issued release* created date dated uploaded filed submitted " +
  "veroffentlich* erschienen erstellt publiziert datum publie* paru poste mis_en_ligne cree publica* fecha creado pubblica* data postato geplaatst gepubliceerd " +
  "publikovan* publikova* opublikowan* dodano utworzon* vydano опубликован* дата размещен* создан* опублікован* апублікаван* yayin* tarih* eklenme giris olusturma δημοσιευ* ημερομηνια αναρτηθηκε " +
  "publicera* udgivet publiser* offentliggjort skapad julkaistu publicat postat kozzetett* megjelen* letrehozva datum objavljen* публикуван* објављено diterbitkan"
).split(" ");
const modifiedWords = (
  "update* modified modification changed edited revised reviewed stand aktualisier* anderung geandert zuletzt mis_a_jour jour actualise* modifie* actualiza* modificad* aggiorna* modifica* bijgewerkt gewijzigd " +
  "atualiza* aktualiz* zaktualizowan* обновлен* изменен* оновлен* абноўлена guncelle* ενημερω* τελευταια uppdatera* opdatere* oppdater* paivitetty actualizat modosit* frissit* ажурирано diperbarui"
).split(" ");
const otherWords = (
  "on at by of last latest the in st nd rd th am pm a m p gmt utc est edt et pst pdt pt cst cdt ct mst mdt cet cest bst ist msk wib h hr hrs hour* min mins minute* second* day* week* month* year* ago o clock time local " +
  "uhr um am vom den vor stunden le a heures heure du las el de del horas hora hrs alle ore om uur as godz o w g r в г от год года о ob at saat και στις ωρα kl klo clock ora din kell de do da la dia il den d" +
  " t z er vor tagen il y il_y_a hace fa dne jour mis en ligne à les"
).split(" ");

const matcher = (words: readonly string[]): ((word: string) => boolean) => {
  const whole = new Set(words.filter((word) => !word.endsWith("*")));
  const openings = words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));
  return (word) => whole.has(word) || openings.some((opening) => word.startsWith(opening));
};
const isPublishedWord = matcher(publishedWords);
const isModifiedWord = matcher(modifiedWords);
const isOtherWord = matcher(otherWords);

/** What a day of a stamp is the day of, by the word before it; null where none says. */
export type StampRole = "published" | "modified" | null;

/** A day of a time stamp. */
export interface Stamp {
  readonly day: IsoDay;
  readonly role: StampRole;
}

const wordsOf = (line: string): readonly string[] => line.match(/\p{L}{1,30}/gu)?.map(plainWord) ?? [];

/** The last word of `words` that says of what the day behind them is the day. */
function roleIn(words: readonly string[]): StampRole {
  const at = words.findLastIndex(
    (word) => isModifiedWord(word) || (isPublishedWord(word) && !/^dat[aeu]m?$/.test(word)),
  );
  if (at < 0) return null;
  return isModifiedWord(words[at]!) ? "modified" : "published";
}

/**
 * Days of a line such as "Published: 12 November 2021 14:05 GMT | Updated: 13.11.2021", in its order, each with what the words before it
 * say it is. Read in the line's first 300 characters; empty where it names no day in full.
 */
export function stampsIn(line: string, forms: DateForms = {}): readonly Stamp[] {
  const front = line.slice(0, 300);
  let from = 0;
  return daysIn(front, forms).map(({ day, start, end }) => {
    const role = roleIn(wordsOf(front.slice(from, start)));
    from = end;
    return { day, role };
  });
}

/** Is this line nothing but a day or time, with words like "Published" and "ago", in any language of `month.ts`? At most 120 characters. */
export function isTimeStamp(line: string): boolean {
  if (line.length > 120 || !/\d/.test(line)) return false;
  return wordsOf(line).every(
    (word) =>
      isOtherWord(word) ||
      monthOf(word) !== null ||
      isWeekday(word) ||
      isPublishedWord(word) ||
      isModifiedWord(word) ||
      /^[年月日년월일号]$/.test(word),
  );
}
