import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Problem } from "../../../model/outcome.ts";
import type { TimelineRow } from "../../../record/ask/timeline.ts";
import { ask, askUrl, type Filters } from "../client.ts";
import { type Chunk, isHome } from "./chunk.ts";

/** So many rows of one stretch are shown. */
export const mostOfChunk = 2000;

/** The rows of one stretch of days. */
export interface Loaded {
  readonly rows: readonly TimelineRow[];
  /** Are there more than `mostOfChunk`? */
  readonly isCut: boolean;
}

/** A timeline of which only the stretches that were looked at are loaded. */
export interface Timeline {
  /** By place of the chunk; null while it is not loaded. */
  readonly loaded: (at: number) => Loaded | null;
  readonly want: (at: number) => void;
  readonly problem: Problem | null;
  /** How many events and claims have no day; null until something was loaded. */
  readonly undated: { readonly events: number; readonly claims: number } | null;
  readonly again: () => void;
  /** Grows whenever a stretch has come. */
  readonly turn: number;
}

/** Rows of the timeline by stretches of days. Null chunks ask nothing. `filters` are those of the question, days aside. */
export function useTimeline(chunks: readonly Chunk[] | null, filters: Filters): Timeline {
  const key = `${askUrl("timeline", filters)} ${JSON.stringify(chunks)}`;
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const held = useRef<{
    key: string;
    loaded: Map<number, Loaded>;
    asked: Set<number>;
    undated: Timeline["undated"];
    stop: AbortController;
  }>(null);
  if (held.current?.key !== key) {
    held.current?.stop.abort();
    held.current = { key, loaded: new Map(), asked: new Set(), undated: null, stop: new AbortController() };
    if (problem !== null) setProblem(null);
  }
  useEffect(() => () => held.current?.stop.abort(), []);
  const mine = held.current!;
  const load = async (at: number, chunk: Chunk): Promise<void> => {
    try {
      const found = await ask(
        "timeline",
        { ...filters, from: chunk.from, to: chunk.to, limit: mostOfChunk } as Filters,
        mine.stop.signal,
      );
      if (!found.ok) {
        mine.asked.delete(at);
        setProblem(found.problem);
        return;
      }
      const { rows, more, aside } = found.value;
      mine.loaded.set(at, { rows: rows.filter((row) => isHome(chunk, row.day, at === 0)), isCut: more });
      if (aside) mine.undated = { events: aside["eventsWithoutDay"] ?? 0, claims: aside["claimsWithoutDay"] ?? 0 };
      setTurn((before) => before + 1);
    } catch {
      // Given up because something else was asked.
    }
  };
  return useMemo(
    () => ({
      loaded: (at) => mine.loaded.get(at) ?? null,
      want: (at) => {
        const chunk = chunks?.[at];
        if (chunk === undefined || mine.asked.has(at)) return;
        mine.asked.add(at);
        void load(at, chunk);
      },
      problem,
      undated: mine.undated,
      again: () => {
        mine.asked.clear();
        setProblem(null);
        setTurn((before) => before + 1);
      },
      turn,
    }),
    [mine, turn, problem],
  );
}
