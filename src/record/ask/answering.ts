import type { Spans } from "../../model/span.ts";
import type { CaseRecord } from "../open.ts";
import { type Head, headsOf, type Key, wordsOf } from "./cited.ts";
import type { Paging } from "./window.ts";
import { hitsIn, type WordQuery } from "./word.ts";

/** Texts of so many documents are in memory together. */
const stretch = 250;

/**
 * The page asked for of all keys, in their order, whose words at `spans` answer the query. `keysOf` gives a stretch of the keys; it is
 * asked for twice as many each time, so that a short page of common words reads little and a complete answer asks seldom.
 */
export async function answering<K extends Key>(
  record: CaseRecord,
  keysOf: (paging: Required<Paging>) => Promise<readonly K[]>,
  spans: (head: Head, key: K) => Spans,
  query: WordQuery,
  paging: Paging,
): Promise<readonly K[]> {
  const from = paging.offset ?? 0;
  const to = paging.limit === undefined ? Infinity : from + paging.limit;
  const found: K[] = [];
  let size = paging.limit === undefined ? -1 : 8 * stretch;
  for (let offset = 0; found.length < to; ) {
    const keys = await keysOf({ limit: size, offset });
    for (let at = 0; at < keys.length && found.length < to; at += stretch) {
      found.push(...(await chunkAnswering(record, keys.slice(at, at + stretch), spans, query)));
    }
    if (size < 0 || keys.length < size) break;
    offset += size;
    size *= 2;
  }
  return found.slice(from, to);
}

/** So many keys are counted: reading the texts of more takes longer than an answer may. */
const mostCounted = 4_000;

/** How many of all keys have words that answer the query; nothing where there are too many keys to tell. See `answering`. */
export async function countAnswering<K extends Key>(
  record: CaseRecord,
  keysOf: (paging: Required<Paging>) => Promise<readonly K[]>,
  spans: (head: Head, key: K) => Spans,
  query: WordQuery,
): Promise<{ readonly total?: number }> {
  const keys = await keysOf({ limit: mostCounted + 1, offset: 0 });
  if (keys.length > mostCounted) return {};
  let total = 0;
  for (let at = 0; at < keys.length; at += stretch) {
    total += (await chunkAnswering(record, keys.slice(at, at + stretch), spans, query)).length;
  }
  return { total };
}

async function chunkAnswering<K extends Key>(
  record: CaseRecord,
  chunk: readonly K[],
  spans: (head: Head, key: K) => Spans,
  query: WordQuery,
): Promise<readonly K[]> {
  const heads = await headsOf(
    record,
    chunk.map((key) => key.reading),
  );
  return chunk.filter((key) => {
    const head = heads.get(key.reading);
    const words = head ? wordsOf(head.body, spans(head, key)) : null;
    return words !== null && hitsIn(query, words) !== null;
  });
}
