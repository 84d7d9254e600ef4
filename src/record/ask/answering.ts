import type { Spans } from "../../model/span.ts";
import type { CaseRecord } from "../open.ts";
import { type Head, headsOf, type Key, wordsOf } from "./cited.ts";
import type { Paging } from "./window.ts";
import { hitsIn, type WordQuery } from "./word.ts";

/** Texts of so many documents are in memory together. */
const stretch = 250;

/** Those of `keys`, in their order, whose words at `spans` answer the query; of these, the page asked for. */
export async function answering<K extends Key>(
  record: CaseRecord,
  keys: readonly K[],
  spans: (head: Head, key: K) => Spans,
  query: WordQuery,
  paging: Paging,
): Promise<readonly K[]> {
  const from = paging.offset ?? 0;
  const to = paging.limit === undefined ? Infinity : from + paging.limit;
  const found: K[] = [];
  for (let at = 0; at < keys.length && found.length < to; at += stretch) {
    const chunk = keys.slice(at, at + stretch);
    const heads = await headsOf(
      record,
      chunk.map((key) => key.reading),
    );
    for (const key of chunk) {
      const head = heads.get(key.reading);
      const words = head ? wordsOf(head.body, spans(head, key)) : null;
      if (words !== null && hitsIn(query, words) !== null) found.push(key);
    }
  }
  return found.slice(from, to);
}
