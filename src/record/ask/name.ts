import { type RawBuilder, sql } from "kysely";
import type { SpellingRow } from "../../model/lexicon.ts";
import { spellingKey } from "../../model/spelling.ts";
import type { CaseRecord } from "../open.ts";
import { spellingKeys } from "./variant.ts";

/** The forms of names in the record that a question's names stand for, by their row numbers in `name`. */
export interface Forms {
  /** Forms that are a name asked for, whole or by several of its words. */
  readonly whole: readonly number[];
  /** Forms that hold the one word asked for: a person goes by a surname, but "Red Cross of Ruritania" is not Ruritania. */
  readonly part: readonly number[];
}

/** Words that join the parts of a name and tell nothing. */
const joining = new Set(["of", "the", "for", "and", "in"]);

const keysOfWords = (text: string): readonly string[] =>
  text
    .split(/[^\p{L}\p{M}\p{N}'’ʼ.]+/u)
    .filter((word) => !joining.has(word.toLowerCase()))
    .map(spellingKey)
    .filter((key) => key !== "");

/** The forms of names in the record that are a spelling of one of `names`, hold all of its words, or (persons) its only word. */
export async function formsOf(
  record: CaseRecord,
  names: readonly string[],
  spellings: readonly SpellingRow[],
): Promise<Forms> {
  const whole = new Set(spellingKeys(names, spellings));
  const asked = names.map((name) => keysOfWords(name).map((key) => new Set(alike(key, spellings))));
  const keys = [...new Set([...whole, ...asked.flat().flatMap((set) => [...set])])];
  const { rows } = await sql<{ id: number; form: string }>`
    SELECT id, form FROM name WHERE id IN (SELECT name FROM name_key WHERE key IN ${listed(keys)}) ORDER BY id
  `.execute(record.db);
  const found: { readonly whole: number[]; readonly part: number[] } = { whole: [], part: [] };
  for (const { id, form } of rows) {
    const held = keysOfWords(form);
    const holdsAll = (words: readonly ReadonlySet<string>[]): boolean =>
      words.length > 0 && words.every((alternatives) => held.some((key) => alternatives.has(key)));
    if (whole.has(spellingKey(form)) || asked.some((words) => words.length > 1 && holdsAll(words)))
      found.whole.push(id);
    else if (asked.some(holdsAll)) found.part.push(id);
  }
  return found;
}

/** Keys of the spellings that a set puts beside the word with `key`, and `key` itself. */
function alike(key: string, spellings: readonly SpellingRow[]): readonly string[] {
  const keys = new Set([key]);
  for (const row of spellings) {
    const set = row.spellings.map(spellingKey);
    if (set.includes(key)) for (const one of set) keys.add(one);
  }
  return [...keys];
}

const listed = (values: readonly (string | number)[]): RawBuilder<unknown> =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** SQL: `reading` and `actor` of everybody who goes by one of `forms`. */
export const actorsNamed = (forms: Forms): RawBuilder<unknown> => sql`
  SELECT f.reading, f.actor FROM actor_form f WHERE f.name IN ${listed(forms.whole)}
  UNION SELECT f.reading, f.actor FROM actor_form f CROSS JOIN actor y ON y.reading = f.reading AND y.id = f.actor
    WHERE f.name IN ${listed(forms.part)} AND y.kind = 'person'`;
